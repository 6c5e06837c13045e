import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, supportList } from '@parc/api-client';
import { SUPPORTS_LIVE } from '@parc/domain';
import { StateChip } from '@parc/ui';
import { reading } from '../../shell/reading';
import { aboutWords, supportState, supportsTitle, visitWords } from './support-words';

const SHOWN = 3;

/** On a school's first page: visits of a trainer that are asked for or dated; nothing where there are none. */
@Component({
  selector: 'parc-support-school-card',
  imports: [RouterLink, StateChip],
  template: `
    @if (live.value(); as page) {
      @if (page.total > 0) {
        <section class="card" aria-labelledby="support-school">
          <div class="head">
            <h2 id="support-school">{{ title() }}</h2>
            <a routerLink="/formations/accompagnements">Les voir</a>
          </div>
          <ul>
            @for (request of page.items; track request.id) {
              @let chip = state(request);
              <li>
                <span>
                  <a [routerLink]="['/formations/accompagnements', request.id]">{{ about(request) }}</a>
                  <span class="muted small">{{ when(request) }}</span>
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
export class SupportSchoolCard {
  private readonly api = inject(Api);
  protected readonly live = reading({
    load: () => this.api.invoke(supportList, { state: [...SUPPORTS_LIVE], size: SHOWN }),
  });
  protected readonly title = computed(() => supportsTitle('en-cours', this.live.value()?.total ?? 0));
  protected readonly about = aboutWords;
  protected readonly state = supportState;
  protected readonly when = visitWords;
}
