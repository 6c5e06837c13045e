import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, trainingsList } from '@parc/api-client';
import { countedRows, StateChip } from '@parc/ui';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';
import { sessionQuery } from '../planning/session-filters';
import { placeWords, sessionsTitle, trainingState, whenWords } from '../training-words';

/** Lines of a first page are few: the rest stands in the room. */
const SHOWN = 5;

/** On the first page of those who build sessions: to agree to, to confirm, who came; nothing where nothing waits for them. */
@Component({
  selector: 'parc-training-due-card',
  imports: [RouterLink, StateChip],
  template: `
    @if (due.value(); as page) {
      @if (page.total > 0) {
        <section class="card" aria-labelledby="training-due">
          <div class="head">
            <h2 id="training-due">{{ title() }}</h2>
            <a routerLink="/formations" [queryParams]="awaited">Les voir</a>
          </div>
          <ul>
            @for (session of page.items; track session.id) {
              @let chip = state(session);
              <li>
                <span>
                  <a [routerLink]="['/formations', session.id]">{{ session.moduleTitle }}</a>
                  <span class="muted small">{{ when(session) }} · {{ place(session) }}</span>
                </span>
                <parc-state-chip [state]="chip" />
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
  styleUrl: './training-lines.css',
})
export class TrainingDueCard {
  private readonly api = inject(Api);
  protected readonly due = reading({
    load: () => this.api.invoke(trainingsList, { due: true, direction: 'asc', size: SHOWN }),
  });
  private readonly agrees = may('training-sessions.agree');
  /** Whoever agrees to nothing has only to say who came. */
  protected readonly title = computed(() => {
    const total = this.due.value()?.total ?? 0;
    return this.agrees()
      ? sessionsTitle('a-vous', total)
      : countedRows(total, 'session à émarger', 'sessions à émarger');
  });
  protected readonly awaited = sessionQuery('a-vous');
  protected readonly state = trainingState;
  protected readonly when = whenWords;
  protected readonly place = placeWords;
}
