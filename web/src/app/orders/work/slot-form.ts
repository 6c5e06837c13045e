import { Component, computed, ElementRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { WishAnswer } from '@parc/api-client';
import { addWorkingDays, parisDateOf } from '@parc/domain';
import { Choice, type ChoiceOption, Control, day, Field, Notice, time } from '@parc/ui';
import type { Problem } from '../../shell/problem';
import type { ChosenSlot } from './order-work';

/** After class in most schools; the server knows the school's own hours. */
const AFTER_CLASS = { from: '16:30', to: '18:00' };
const ANOTHER = 'another';

let created = 0;

/** A day and hours for the work: the school's wishes first, any other time besides, a reason when one is moved. */
@Component({
  selector: 'parc-slot-form',
  imports: [Choice, Control, Field, Notice],
  template: `
    <form novalidate (submit)="submit($event)">
      @if (options().length > 1) {
        <parc-choice legend="Ce que l’école propose" look="chips" [options]="options()" [(value)]="choice" />
      }
      @if (choice() === another) {
        <parc-field label="Jour" [controlId]="id + '-jour'" [error]="dayError()">
          <input
            #dayBox
            parcControl
            type="date"
            required
            [min]="today"
            [value]="slot().day"
            (change)="write({ day: dayBox.value })"
          />
        </parc-field>
        <div class="hours">
          <parc-field label="De" [controlId]="id + '-de'">
            <input
              #fromBox
              parcControl
              type="time"
              required
              [value]="slot().from"
              (change)="write({ from: fromBox.value })"
            />
          </parc-field>
          <parc-field label="À" [controlId]="id + '-a'" [error]="hoursError()">
            <input #toBox parcControl type="time" required [value]="slot().to" (change)="write({ to: toBox.value })" />
          </parc-field>
        </div>
        <p class="muted small">Hors du temps de classe : l’école est prévenue de la date.</p>
      }
      @if (moved()) {
        <parc-field
          label="Pourquoi déplacer"
          help="L’école et la métropole le lisent dans le fil."
          [controlId]="id + '-motif'"
          [error]="reasonError()"
        >
          <textarea
            #reasonBox
            parcControl
            maxlength="1000"
            [value]="slot().reason"
            (input)="write({ reason: reasonBox.value })"
          ></textarea>
        </parc-field>
      }
      @if (problem(); as refused) {
        <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
      }
      <button type="submit" class="button button-primary button-wide" [attr.aria-disabled]="pending()">
        {{ pending() ? 'Envoi en cours…' : submitLabel() }}
      </button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 1rem;
    }

    .hours {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
      gap: 0.75rem;
    }

    textarea {
      min-height: 4.5rem;
    }
  `,
})
export class SlotForm {
  readonly wishes = input<readonly WishAnswer[]>([]);
  /** The time that is agreed already is moved: a reason is asked. */
  readonly moved = input(false);
  readonly pending = input(false);
  readonly problem = input<Problem | null>(null);
  readonly chosen = output<ChosenSlot>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly id = `creneau-${++created}`;
  protected readonly another = ANOTHER;
  protected readonly today = parisDateOf(new Date());
  protected readonly checked = signal(false);

  protected readonly coming = computed(() => this.wishes().filter((wish) => wish.day >= this.today));
  protected readonly options = computed<ChoiceOption[]>(() => [
    ...this.coming().map((wish, index) => ({ value: String(index), label: wishWords(wish) })),
    { value: ANOTHER, label: 'Autre moment' },
  ]);
  protected readonly choice = linkedSignal<string | null>(() =>
    this.coming().length > 0 && !this.moved() ? '0' : ANOTHER,
  );
  private readonly typed = signal<ChosenSlot>({
    // Public holidays are the server's to know: it refuses them with a sentence.
    day: addWorkingDays(this.today, 1, new Set()),
    ...AFTER_CLASS,
    reason: '',
  });
  protected readonly slot = computed<ChosenSlot>(() => {
    const wish = this.coming()[Number(this.choice())];
    const { reason } = this.typed();
    return wish === undefined ? this.typed() : { day: wish.day, from: wish.from, to: wish.to, reason };
  });

  protected readonly submitLabel = computed(() => {
    const { day: on, from } = this.slot();
    const when = on === '' || from === '' ? '' : ` au ${day(on)} à ${time(from)}`;
    if (this.moved()) return `Déplacer${when}`;
    return when === '' ? 'Fixer la date' : `Planifier${when}`;
  });

  protected readonly dayError = computed(() => {
    if (!this.checked()) return '';
    if (this.slot().day === '') return 'Choisissez un jour.';
    return this.slot().day < this.today ? 'Ce jour est passé.' : '';
  });
  protected readonly hoursError = computed(() => {
    const { from, to } = this.slot();
    if (!this.checked()) return '';
    if (from === '' || to === '') return 'Indiquez le début et la fin.';
    return to <= from ? 'La fin vient après le début.' : '';
  });
  protected readonly reasonError = computed(() =>
    this.checked() && this.moved() && this.slot().reason.trim() === '' ? 'Dites pourquoi.' : '',
  );

  protected write(part: Partial<ChosenSlot>): void {
    this.typed.update((typed) => ({ ...typed, ...part }));
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.checked.set(true);
    const wrong = [
      [this.dayError(), 'jour'],
      [this.hoursError(), 'a'],
      [this.reasonError(), 'motif'],
    ].find(([sentence]) => sentence !== '');
    if (wrong === undefined) this.chosen.emit({ ...this.slot(), reason: this.slot().reason.trim() });
    else this.host.nativeElement.querySelector<HTMLElement>(`#${this.id}-${wrong[1]}`)?.focus();
  }
}

/** "jeu. 26 nov., 16 h 30 – 18 h" */
function wishWords({ day: on, from, to }: WishAnswer): string {
  return `${day(on)}, ${time(from)} – ${time(to)}`;
}
