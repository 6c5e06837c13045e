import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { anewWith } from '../../shell/anew';
import { Api, type SchoolPage, schoolsWriteCard } from '@parc/api-client';
import { parisDateOf, SCHOOL_WEEKDAYS, type SchoolWeekday } from '@parc/domain';
import { Control, Field, Icon, Notice, Toasts } from '@parc/ui';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { mutation, onVersion } from '../../shell/mutation';
import {
  draftOf,
  HALF_DAY_WORDS,
  HALF_DAYS,
  type HalfDay,
  hoursOf,
  type HoursDraft,
  WEEKDAY_WORDS,
  withMondayCopied,
  withTime,
} from './hours-draft';

interface CardText {
  readonly keyHolder: string;
  readonly alarm: string;
  readonly note: string;
  readonly presenceNeeded: boolean;
}

interface DatedDraft {
  readonly hours: HoursDraft;
  readonly from: string;
}

const TEXT_WORDS = { keyHolder: 'Qui tient les clés', alarm: 'Alarme', note: 'Mot pour la visite' } as const;

function textOf({ access, presenceNeeded }: SchoolPage): CardText {
  const { keyHolder, alarm, note } = access ?? {};
  return { keyHolder: keyHolder ?? '', alarm: alarm ?? '', note: note ?? '', presenceNeeded };
}

/** The access card as a form: a week of half-days, then who opens the door. Empty hours mean no class. */
@Component({
  selector: 'parc-access-card-form',
  imports: [Control, Field, Icon, Notice, ResumedNote],
  templateUrl: './access-card-form.html',
  styleUrl: './access-card-form.css',
})
export class AccessCardForm {
  readonly school = input.required<SchoolPage>();
  readonly kept = output();
  readonly cancelled = output();
  /** The school has changed meanwhile: it is read again under the form. */
  readonly reread = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  /** A week is long to type. How to come in is not kept on a device: it opens a school. */
  protected readonly hours = typed<HoursDraft>({
    name: () => `horaires ${this.school().id}`,
    initial: () => untracked(() => draftOf(this.school().openingHours)),
  });
  protected readonly today = parisDateOf(new Date());
  protected readonly hoursFrom = anewWith<string>(
    () => this.school().id,
    () => this.today,
  );
  /** What was changed here: it stays when the school is read again, the rest is the school's as it is now. */
  private readonly changes = signal<Partial<CardText>>({});
  private readonly read = computed(() => textOf(this.school()));
  protected readonly text = computed<CardText>(() => ({ ...this.read(), ...this.changes() }));
  /** As it was when the form opened. */
  private readonly first = anewWith<CardText>(
    () => this.school().id,
    () => untracked(this.read),
  );
  /** What somebody else has written meanwhile into what was changed here: sending replaces it. */
  protected readonly replaced = computed(() =>
    Object.entries(TEXT_WORDS).flatMap(([name, label]) => {
      const field = name as keyof typeof TEXT_WORDS;
      const now = this.read()[field];
      const isTold = this.changes()[field] !== undefined && now !== this.first()[field] && now !== this.text()[field];
      return isTold ? [{ label, now: now === '' ? 'rien' : `« ${now} »` }] : [];
    }),
  );
  protected readonly keeping = mutation(
    (
      key,
      { id, version }: SchoolPage,
      { hours, from }: DatedDraft,
      { keyHolder, alarm, note, presenceNeeded }: CardText,
    ) =>
      this.api.invoke(schoolsWriteCard, {
        ...onVersion(key, version),
        id,
        body: {
          openingHours: hoursOf(hours),
          // Emptied, it is today again.
          hoursFrom: from || this.today,
          keyHolder: keyHolder.trim() || null,
          alarm: alarm.trim() || null,
          note: note.trim() || null,
          presenceNeeded,
        },
      }),
  );

  protected readonly weekdays = SCHOOL_WEEKDAYS;
  protected readonly weekdayWords = WEEKDAY_WORDS;
  protected readonly halfDays = HALF_DAYS;
  protected readonly halfDayWords = HALF_DAY_WORDS;

  private areHoursTyped = false;

  constructor() {
    effect(() => {
      const now = draftOf(this.school().openingHours);
      untracked(() => {
        this.first();
        if (!this.areHoursTyped && !this.hours.resumed()) this.hours.set(now);
      });
    });
  }

  protected write(weekday: SchoolWeekday, halfDay: HalfDay, end: 'from' | 'to', value: string): void {
    this.areHoursTyped = true;
    this.hours.update((hours) => withTime(hours, weekday, halfDay, { [end]: value }));
  }

  protected copyMonday(): void {
    this.areHoursTyped = true;
    this.hours.update(withMondayCopied);
  }

  protected change(change: Partial<CardText>): void {
    this.changes.update((changes) => ({ ...changes, ...change }));
  }

  /** What the server said of a day. */
  protected errorOf(weekday: SchoolWeekday): string {
    return this.fieldError(`openingHours.${weekday}`);
  }

  protected fieldError(name: string): string {
    return this.keeping.problem()?.fields.find((field) => field.name.startsWith(name))?.message ?? '';
  }

  protected labelOf(weekday: SchoolWeekday, halfDay: HalfDay, end: 'from' | 'to'): string {
    return `${WEEKDAY_WORDS[weekday]}, ${HALF_DAY_WORDS[halfDay].toLowerCase()}, ${end === 'from' ? 'de' : 'à'}`;
  }

  protected readAgain(): void {
    this.keeping.forget();
    this.reread.emit();
  }

  protected async keep(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.keeping.run(this.school(), { hours: this.hours(), from: this.hoursFrom() }, this.text())) === null)
      return;
    this.hours.forget();
    this.toasts.say('Horaires et accès enregistrés');
    this.kept.emit();
  }
}
