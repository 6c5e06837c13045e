import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, schoolCoherenceOfSchool, trainingsList } from '@parc/api-client';
import { Icon, StateChip } from '@parc/ui';
import { LinkLines } from '../../shell/homes/link-lines';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { coherenceTitle, watchedLine, watchedModels } from '../coherence/coherence-words';
import { mineChip, placesChip, schoolTrainingTitle, whenWords } from '../training-words';

const SHOWN = 3;

/**
 * On a school's first page: what of its equipment waits for somebody to be trained, or serves without, then the sessions
 * that would open it, else the next that have places.
 */
@Component({
  selector: 'parc-school-training-card',
  imports: [Icon, LinkLines, RouterLink, StateChip],
  template: `
    @if (next.value(); as read) {
      <section class="card" aria-labelledby="school-training">
        <div class="head">
          <h2 id="school-training">{{ title() }}</h2>
        </div>
        @if (lines().length > 0) {
          <parc-link-lines [lines]="lines()" />
        }
        @if (under(); as words) {
          <h3>{{ words }}</h3>
        }
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
  private readonly session = inject(Session);
  private readonly school = reading({
    asked: () => this.session.current()?.assignment.schoolId ?? undefined,
    load: (id) => this.api.invoke(schoolCoherenceOfSchool, { id }),
  });
  protected readonly next = reading({
    load: async () => {
      const asked = { ahead: true, direction: 'asc', size: SHOWN } as const;
      const opening = await this.api.invoke(trainingsList, { ...asked, opens: true });
      const shown = opening.total > 0 ? opening : await this.api.invoke(trainingsList, asked);
      return { opening: opening.total, rows: shown.items, total: shown.total };
    },
  });
  private readonly models = computed(() => watchedModels(this.school.value()?.models ?? []));
  protected readonly lines = computed(() => this.models().map(watchedLine));
  private readonly said = computed(() => {
    const read = this.next.value();
    return read === null ? '' : schoolTrainingTitle(read);
  });
  protected readonly title = computed(() => (this.models().length > 0 ? coherenceTitle(this.models()) : this.said()));
  /** What the sessions are, under a title that speaks of the equipment and lines that say what would open it. */
  protected readonly under = computed(() =>
    this.models().length > 0 && this.next.value()?.opening === 0 ? this.said() : '',
  );
  protected readonly mine = mineChip;
  protected readonly places = placesChip;
  protected readonly when = whenWords;
}
