import { Component, computed, inject, input } from '@angular/core';
import { Api, trainingsClashes } from '@parc/api-client';
import { TRAINING_CLASHES } from '@parc/domain';
import { counted, day, Notice } from '@parc/ui';
import { reading } from '../../shell/reading';

/** When, with whom and where a session is about to be held. */
export interface DatesAsked {
  readonly dates: readonly { startsAt: string; endsAt: string }[];
  /** One that is not proposed yet has its trainer (null: of the maker) and its place; one that is postponed keeps its own. */
  readonly of: { readonly trainerId: string | null; readonly schoolId: string | null } | { readonly sessionId: string };
}

/** What the dates meet, said before they are saved. Only the trainer's other session stands in the way. */
@Component({
  selector: 'parc-training-date-clashes',
  imports: [Notice],
  template: `
    <div aria-live="polite">
      @if (lines().length > 0) {
        <parc-notice tone="waiting" [heading]="heading()">
          <ul>
            @for (line of lines(); track line) {
              <li>{{ line }}</li>
            }
          </ul>
        </parc-notice>
      }
    </div>
  `,
})
export class TrainingDateClashes {
  readonly of = input.required<DatesAsked | null>();
  private readonly api = inject(Api);
  private readonly met = reading({
    asked: () => this.of() ?? undefined,
    load: ({ dates, of }) =>
      this.api.invoke(trainingsClashes, {
        dates: dates.map(({ startsAt, endsAt }) => `${startsAt}/${endsAt}`).join(),
        ...('sessionId' in of
          ? of
          : {
              ...(of.trainerId === null ? {} : { trainerId: of.trainerId }),
              ...(of.schoolId === null ? {} : { schoolId: of.schoolId }),
            }),
      }),
  });
  private readonly items = computed(() => (this.of() === null ? [] : (this.met.value()?.items ?? [])));
  protected readonly heading = computed(() =>
    this.items().some(({ blocks }) => blocks) ? 'Cette date ne peut pas être retenue' : 'Vérifiez cette date',
  );
  protected readonly lines = computed(() =>
    this.items().map(({ kind, startsAt, count }) => {
      const people = count === null ? '' : ` (${counted(count, 'personne')})`;
      return `${day(startsAt)} : ${lowered(TRAINING_CLASHES[kind].word)}${people}.`;
    }),
  );
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
