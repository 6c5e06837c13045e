import { Component, computed, inject, input, output } from '@angular/core';
import { anewWith } from '../../shell/anew';
import { Api, type SchoolPage, schoolsNote } from '@parc/api-client';
import { SCHOOL_WEEKDAYS } from '@parc/domain';
import { Icon, Toasts } from '@parc/ui';
import { type FormSpec, textOf, type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { mutation, onVersion } from '../../shell/mutation';
import { AccessCardForm } from './access-card-form';
import { DatedHours } from './dated-hours';
import { HALF_DAY_WORDS, HALF_DAYS, halfDayWords, WEEKDAY_WORDS } from './hours-draft';

/** How to come into the school: hours of class, who must be there, key-holder, alarm, a word for the next visit. */
@Component({
  selector: 'parc-access-card',
  imports: [AccessCardForm, DatedHours, Icon, StepForm],
  templateUrl: './access-card.html',
  styleUrl: './access-card.css',
})
export class AccessCard {
  readonly school = input.required<SchoolPage>();
  readonly writes = input(false);
  /** The reader leaves a word, and changes nothing else. */
  readonly notes = input(false);
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly opened = anewWith<'card' | 'note' | null>(
    () => this.school().id,
    () => null,
  );
  protected readonly title = computed(() => (this.school().access === null ? 'Horaires' : 'Entrer dans l’école'));
  protected readonly noteForm = computed<FormSpec>(() => ({
    id: `note-${this.school().id}`,
    sections: [
      {
        fields: [
          {
            name: 'note',
            label: 'Mot pour la prochaine visite',
            type: 'lines',
            initial: this.school().access?.note ?? '',
            most: 500,
            help: 'Par où passer, où se garer, ce qui a surpris.',
          },
        ],
      },
    ],
    button: 'Garder ce mot',
    onScreenAlone: true,
  }));
  protected readonly noting = mutation((key, { id, version }: SchoolPage, note: string | null) =>
    this.api.invoke(schoolsNote, { ...onVersion(key, version), id, body: { note } }),
  );

  protected readonly weekdays = SCHOOL_WEEKDAYS;
  protected readonly weekdayWords = WEEKDAY_WORDS;
  protected readonly halfDays = HALF_DAYS;
  protected readonly halfDayNames = HALF_DAY_WORDS;
  protected readonly words = halfDayWords;

  protected open(what: 'card' | 'note'): void {
    this.noting.forget();
    this.opened.set(what);
  }

  protected close(): void {
    this.opened.set(null);
  }

  protected finish(): void {
    this.close();
    this.changed.emit();
  }

  /** Under the open form: what is typed in it is on screen alone. */
  protected readAgain(): void {
    this.noting.forget();
    this.changed.emit();
  }

  protected async keepNote(values: Values): Promise<void> {
    if ((await this.noting.run(this.school(), textOf(values, 'note'))) === null) return;
    this.toasts.say('Mot gardé pour la prochaine visite');
    this.finish();
  }
}
