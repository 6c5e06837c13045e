import { Component, computed, effect, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, problemsOfTickets, type TicketPage } from '@parc/api-client';
import { PROBLEM_STATES, TICKETS_OPEN } from '@parc/domain';
import { countedRows, Notice, StateChip } from '@parc/ui';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';
import { expectedWords, knownWords, problemState } from '../problem-words';

/** On a ticket's page: the cause that it shares with others, as its school reads it; and whether it may join one. */
@Component({
  selector: 'parc-problem-card',
  imports: [Notice, RouterLink, StateChip],
  template: `
    @if (problem(); as one) {
      @if (opens()) {
        @let chip = state(one);
        <section class="card" aria-labelledby="problem">
          <div class="head">
            <h2 id="problem">Le problème</h2>
            <parc-state-chip [state]="chip" />
          </div>
          <p>
            <a [routerLink]="['/problemes', one.id]">{{ one.number }} · {{ one.title }}</a>
            <span class="muted small"> {{ schools(one.schools ?? 0) }}</span>
          </p>
          <p class="small">« {{ words(one) }} » {{ isOpen() ? expected(one) : '' }}</p>
        </section>
      } @else if (isOpen()) {
        <parc-notice heading="Nous connaissons cette panne">{{ words(one) }} {{ expected(one) }}</parc-notice>
      }
    }
  `,
  styles: `
    :host {
      display: contents;
    }

    .card {
      display: grid;
      gap: 0.5rem;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1rem;
    }
  `,
})
export class ProblemCard {
  readonly ticket = input.required<TicketPage>();

  private readonly api = inject(Api);
  private readonly reads = may('problems.known');
  private readonly writes = may('problems.write');
  protected readonly opens = may('problems.read');
  private readonly found = reading({
    asked: () => (this.reads() ? { ids: [this.ticket().id] } : undefined),
    load: async (asked) => (await this.api.invoke(problemsOfTickets, asked)).items,
  });
  protected readonly problem = computed(() => this.found.value()?.[0] ?? null);
  protected readonly isOpen = computed(() => {
    const problem = this.problem();
    return problem !== null && PROBLEM_STATES[problem.state].open;
  });
  /** Whether the ticket may still be put under one: its page says so among its other acts. */
  readonly offered = output<boolean>();
  private readonly offers = computed(
    () => this.writes() && this.found.value() !== null && !this.isOpen() && TICKETS_OPEN.includes(this.ticket().state),
  );
  protected readonly state = problemState;
  protected readonly words = knownWords;
  protected readonly expected = expectedWords;
  protected readonly schools = (count: number): string => countedRows(count, 'école touchée', 'écoles touchées');

  constructor() {
    effect(() => this.offered.emit(this.offers()));
  }
}
