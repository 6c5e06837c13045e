import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, trainingsList } from '@parc/api-client';
import { Icon, StateChip } from '@parc/ui';
import { reading } from '../../shell/reading';
import { mineChip, placesChip, schoolTrainingTitle, whenWords } from '../training-words';

const SHOWN = 3;

/** On a school's first page: sessions that its own equipment waits for, else the next that have places. */
@Component({
  selector: 'parc-school-training-card',
  imports: [Icon, RouterLink, StateChip],
  template: `
    @if (next.value(); as read) {
      <section class="card" aria-labelledby="school-training">
        <div class="head">
          <h2 id="school-training">{{ title() }}</h2>
        </div>
        <ul>
          @for (session of read.rows; track session.id) {
            @let chip = mine(session) ?? places(session);
            <li>
              <span>
                <a [routerLink]="['/formations', session.id]">{{ session.moduleTitle }}</a>
                <span class="muted small">{{ when(session) }}</span>
              </span>
              <parc-state-chip [state]="chip" />
            </li>
          }
        </ul>
        <a class="button" routerLink="/formations"><parc-icon name="graduation" [size]="18" /> Voir les formations</a>
      </section>
    }
  `,
  styleUrl: './training-lines.css',
})
export class SchoolTrainingCard {
  private readonly api = inject(Api);
  protected readonly next = reading({
    load: async () => {
      const asked = { ahead: true, direction: 'asc', size: SHOWN } as const;
      const opening = await this.api.invoke(trainingsList, { ...asked, opens: true });
      const shown = opening.total > 0 ? opening : await this.api.invoke(trainingsList, asked);
      return { opening: opening.total, rows: shown.items, total: shown.total };
    },
  });
  protected readonly title = computed(() => {
    const read = this.next.value();
    return read === null ? '' : schoolTrainingTitle(read);
  });
  protected readonly mine = mineChip;
  protected readonly places = placesChip;
  protected readonly when = whenWords;
}
