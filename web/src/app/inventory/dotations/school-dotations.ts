import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, dotationPartsList, type DotationPartListItem } from '@parc/api-client';
import {
  DOTATION_PART_STATE_NAMES,
  DOTATION_PART_STATES,
  DOTATION_PARTS_ASKED,
  DOTATION_PARTS_OVER,
} from '@parc/domain';
import { StateChip } from '@parc/ui';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { AskedOpinions } from '../needs/asked-opinions';
import { partWords, plannedWords } from './dotation-words';

const UNDER_WAY = DOTATION_PART_STATE_NAMES.filter((state) => !DOTATION_PARTS_OVER.includes(state));

/** What is on its way to a school, on its first page and beside its devices, under what its head is asked. */
@Component({
  selector: 'parc-school-dotations',
  imports: [AskedOpinions, RouterLink, StateChip],
  template: `
    <parc-asked-opinions />
    @for (part of parts(); track part.id) {
      @let state = stateOf(part);
      <section class="way" aria-label="Dotation en cours">
        <div>
          <a [routerLink]="['/parc/dotation', part.id]">{{ what(part) }}</a>
          @if (part.plannedOn) {
            <span class="muted small">livraison le {{ planned(part) }}</span>
          } @else {
            <span class="muted small">{{ part.title }}</span>
          }
        </div>
        <parc-state-chip [state]="state" />
      </section>
    }
  `,
  styles: `
    .way {
      display: flex;
      max-width: 46rem;
      margin-bottom: 1rem;
      align-items: center;
      justify-content: space-between;
      gap: 0.75rem 1rem;
      padding: 0.875rem 1.125rem;
      border: 1px solid var(--line);
      border-radius: var(--radius-card);
      background: var(--surface);
    }

    .way > div {
      display: grid;
    }
  `,
})
export class SchoolDotations {
  /** Left out: the reader's own. */
  readonly school = input<string>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly reads = may('dotations.read');
  private readonly answers = may('dotations.answer');
  private readonly schoolId = computed(() => this.school() ?? this.session.current()?.assignment.schoolId ?? undefined);
  private readonly read = reading({
    asked: () => (this.reads() ? this.schoolId() : undefined),
    load: async (schoolId) => (await this.api.invoke(dotationPartsList, { schoolId, state: UNDER_WAY })).items,
  });
  /** What the reader is asked about stands above. */
  protected readonly parts = computed(() =>
    (this.read.value() ?? []).filter(({ state }) => !this.answers() || !DOTATION_PARTS_ASKED.includes(state)),
  );
  protected readonly what = partWords;
  protected readonly planned = plannedWords;
  protected readonly stateOf = ({ state }: DotationPartListItem) => DOTATION_PART_STATES[state];
}
