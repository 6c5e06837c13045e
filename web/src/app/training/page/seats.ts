import { Component, computed, input } from '@angular/core';
import type { TrainingSheet } from '@parc/api-client';
import { seatsTitle } from '../training-words';

type Seat = 'taken' | 'silent' | 'absent' | 'free';

/** Places one by one: taken, without an answer to a new date, left empty by who did not come, free; then who waits, in their order. */
@Component({
  selector: 'parc-training-seats',
  template: `
    <div class="row" role="img" [attr.aria-label]="label()">
      @for (seat of seats(); track $index) {
        <i [class]="seat"></i>
      }
      @if (queue().length > 0) {
        <span class="queue">
          @for (rank of queue(); track rank) {
            <b>{{ rank }}</b>
          }
        </span>
      }
    </div>
    <p class="legend small">
      <span><i class="taken"></i> {{ takenWords() }}</span>
      @if (silent()) {
        <span><i class="silent"></i> sans réponse</span>
      }
      @if (absent()) {
        <span><i class="absent"></i> absent</span>
      }
      @if (seats().includes('free')) {
        <span><i class="free"></i> place libre</span>
      }
      @if (queue().length > 0) {
        <span><b>1</b> attend, dans cet ordre</span>
      }
    </p>
  `,
  styles: `
    .row,
    .queue,
    .legend,
    .legend span {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem;
      align-items: center;
    }

    .row {
      gap: 0.25rem 0.25rem;
    }

    .queue {
      margin-left: 0.75rem;
    }

    .legend {
      gap: 0.25rem 1.25rem;
      margin-top: 0.5rem;
      color: var(--muted);
    }

    .legend span {
      gap: 0.5rem;
    }

    i,
    b {
      display: grid;
      place-items: center;
      flex: none;
      width: 1.375rem;
      height: 1.625rem;
      border: 1.5px solid var(--edge);
      border-radius: 4px;
      font-size: var(--text-13);
      font-weight: var(--weight-strong);
    }

    .legend i,
    .legend b {
      width: 1.125rem;
      height: 1rem;
      border-radius: 3px;
    }

    b {
      border-style: dashed;
      color: var(--muted);
    }

    .taken {
      border-color: var(--primary);
      background: var(--primary);
    }

    .silent,
    .absent {
      border-color: var(--primary);
      background: repeating-linear-gradient(-45deg, var(--primary) 0 3px, transparent 3px 6px);
    }
  `,
})
export class TrainingSeats {
  readonly page = input.required<Pick<TrainingSheet, 'capacity' | 'enrolled' | 'waiting' | 'enrolments'>>();

  /** How many did not come; null until it is known of everybody, or where the reader is not told of each. */
  protected readonly absent = computed(() => {
    const seated = this.page().enrolments.filter(({ standing }) => standing === 'seated');
    if (seated.length === 0 || seated.length < this.page().enrolled) return null;
    if (seated.some(({ present }) => present === null)) return null;
    return seated.filter(({ present }) => present === false).length;
  });
  /** How many have not said whether they come on a new date; null where none was set, or the reader is not told of each. */
  protected readonly silent = computed(() => {
    const asked = this.page().enrolments.filter(({ standing, comes }) => standing === 'seated' && comes !== null);
    if (asked.length === 0 || this.absent() !== null) return null;
    return asked.filter(({ comes }) => comes === false).length;
  });
  protected readonly takenWords = computed(() => {
    if (this.absent() !== null) return 'là';
    return this.silent() === null ? 'place prise' : 'vient';
  });
  protected readonly seats = computed<readonly Seat[]>(() => {
    const { capacity, enrolled } = this.page();
    const [absent, silent] = [this.absent() ?? 0, this.silent() ?? 0];
    return Array.from({ length: capacity }, (_, place) => {
      if (place >= enrolled) return 'free';
      if (place >= enrolled - absent) return 'absent';
      return place >= enrolled - silent ? 'silent' : 'taken';
    });
  });
  protected readonly queue = computed(() => Array.from({ length: this.page().waiting }, (_, rank) => rank + 1));
  protected readonly label = computed(() => {
    const silent = this.silent();
    return silent ? `${seatsTitle(this.page())}, ${silent} sans réponse` : seatsTitle(this.page());
  });
}
