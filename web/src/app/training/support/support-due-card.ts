import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, supportList } from '@parc/api-client';
import { StateChip } from '@parc/ui';
import { reading } from '../../shell/reading';
import { aboutWords, supportQuery, supportState, supportsTitle, visitWords } from './support-words';

/** Lines of a first page are few: the rest stands in the list. */
const SHOWN = 5;

/** On the first page of a trainer: visits to date, and those to tell about; nothing where none waits. */
@Component({
  selector: 'parc-support-due-card',
  imports: [RouterLink, StateChip],
  template: `
    @if (due.value(); as page) {
      @if (page.total > 0) {
        <section class="card" aria-labelledby="support-due">
          <div class="head">
            <h2 id="support-due">{{ title() }}</h2>
            <a routerLink="/formations/accompagnements" [queryParams]="yours">Les voir</a>
          </div>
          <ul>
            @for (request of page.items; track request.id) {
              @let chip = state(request);
              <li>
                <span>
                  <a [routerLink]="['/formations/accompagnements', request.id]">{{ about(request) }}</a>
                  <span class="muted small">{{ request.schoolName }} · {{ when(request) }}</span>
                </span>
                <parc-state-chip [state]="chip" />
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
  styleUrl: '../home/training-lines.css',
})
export class SupportDueCard {
  private readonly api = inject(Api);
  protected readonly due = reading({
    load: () => this.api.invoke(supportList, { due: true, direction: 'asc', size: SHOWN }),
  });
  protected readonly title = computed(() => supportsTitle('a-vous', this.due.value()?.total ?? 0));
  protected readonly yours = supportQuery('a-vous');
  protected readonly about = aboutWords;
  protected readonly state = supportState;
  protected readonly when = visitWords;
}
