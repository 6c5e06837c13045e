import { Component, computed, inject, input, signal } from '@angular/core';
import {
  Api,
  type ItemPage,
  type PilotListItem,
  pilotsEnd,
  pilotsList,
  type PilotRequest,
  pilotsStart,
} from '@parc/api-client';
import { addCalendarDays, ITEMS_EDITABLE, parisDateOf } from '@parc/domain';
import { ConfirmDialog, Icon, Notice, type PickerOption, StateChip, Toasts } from '@parc/ui';
import type { FormSpec, Values } from '../../shell/forms/fields';
import { textOf } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { PilotSchoolPicker } from './pilot-school-picker';
import { opinionsWords, pilotDays, pilotState, questionWords, tallyWords } from './pilot-words';

/** Trials of one item, at most: more than a decision rests on. */
const SHOWN = 20;
const WEEKS_DAYS = 28;

/** Where the item is tried before it is decided, and what those who work there think of it, without their names. */
@Component({
  selector: 'parc-pilots-card',
  imports: [ConfirmDialog, Icon, Notice, PilotSchoolPicker, StateChip, StepForm],
  templateUrl: './pilots-card.html',
  styleUrl: './pilots-card.css',
})
export class PilotsCard {
  readonly item = input.required<ItemPage>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());
  private readonly writes = may('pilots.write');
  private readonly reads = may('pilots.read');

  protected readonly pilots = reading({
    asked: () => (this.reads() ? { itemId: this.item().id, size: SHOWN } : undefined),
    load: (asked) => this.api.invoke(pilotsList, asked),
  });
  protected readonly rows = computed(() => this.pilots.value()?.items ?? []);
  protected readonly mayStart = computed(() => this.writes() && ITEMS_EDITABLE.includes(this.item().state));
  protected readonly opened = signal(false);
  protected readonly school = signal<PickerOption | null>(null);
  protected readonly unchosen = signal('');
  protected readonly form = computed<FormSpec>(() => ({
    id: `pilot ${this.item().id}`,
    heading: 'Essayer dans une école pilote',
    text: 'L’école donne son avis jusqu’au dernier jour. Rien n’est commandé ni compté sur un budget.',
    sections: [
      {
        fields: [
          {
            ...{ name: 'fromDay', label: 'À partir du', type: 'date', half: true, required: 'Donnez un jour.' },
            initial: this.today,
          },
          {
            ...{ name: 'toDay', label: 'Jusqu’au', type: 'date', half: true, required: 'Donnez un jour.' },
            initial: addCalendarDays(this.today, WEEKS_DAYS),
            check: (value, values) => (value < (values['fromDay'] ?? '') ? 'La fin vient après le début.' : ''),
          },
          {
            ...{ name: 'lookedFor', label: 'Ce que l’essai doit montrer', type: 'lines', most: 1000 },
            required: 'Dites ce que l’essai doit montrer.',
            help: 'L’école le lit.',
          },
        ],
      },
    ],
    button: 'Commencer cet essai',
  }));
  protected readonly starting = mutation((key, body: PilotRequest) =>
    this.api.invoke(pilotsStart, { 'Idempotency-Key': key, body }),
  );
  protected readonly ending = mutation((key, { id, version }: PilotListItem) =>
    this.api.invoke(pilotsEnd, { ...onVersion(key, version), id }),
  );
  protected readonly ended = signal<PilotListItem | null>(null);

  protected readonly stateOf = pilotState;
  protected readonly days = pilotDays;
  protected readonly question = questionWords;
  protected readonly tally = tallyWords;
  protected readonly opinions = opinionsWords;
  protected readonly mayEnd = ({ standing }: PilotListItem): boolean => this.writes() && standing !== 'over';

  protected close(): void {
    this.starting.forget();
    this.opened.set(false);
  }

  protected async start(values: Values): Promise<void> {
    const school = this.school();
    if (school === null) return this.unchosen.set('Choisissez une école.');
    const text = (name: string): string => textOf(values, name) ?? '';
    const body = { itemId: this.item().id, schoolId: school.id, fromDay: text('fromDay'), toDay: text('toDay') };
    if ((await this.starting.run({ ...body, lookedFor: text('lookedFor') })) === null) return;
    this.toasts.say(`Essai commencé : ${school.label}`);
    this.school.set(null);
    this.close();
    this.pilots.reload();
  }

  protected async end(dialog: ConfirmDialog): Promise<void> {
    const pilot = this.ended();
    if (pilot === null) return;
    const done = await this.ending.run(pilot);
    dialog.close();
    if (done === null) return;
    this.toasts.say(`Essai terminé : ${pilot.schoolName}`);
    this.pilots.reload();
  }
}
