import { Component, computed, inject, input } from '@angular/core';
import { Api, supportClashes } from '@parc/api-client';
import { SUPPORT_CLASHES } from '@parc/domain';
import { Notice } from '@parc/ui';
import { reading } from '../../shell/reading';

/** A date that a trainer is about to give. */
export interface SupportDateAsked {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What the date meets, said before it is saved. Only what the trainer does elsewhere stands in the way. */
@Component({
  selector: 'parc-support-clashes',
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
export class SupportDateClashes {
  readonly of = input.required<SupportDateAsked | null>();
  private readonly api = inject(Api);
  private readonly met = reading({
    asked: () => this.of() ?? undefined,
    load: (asked) => this.api.invoke(supportClashes, asked),
  });
  private readonly items = computed(() => (this.of() === null ? [] : (this.met.value()?.items ?? [])));
  protected readonly heading = computed(() =>
    this.items().some(({ blocks }) => blocks) ? 'Cette date ne peut pas être donnée' : 'Vérifiez cette date',
  );
  protected readonly lines = computed(() => this.items().map(({ kind }) => `${SUPPORT_CLASHES[kind].word}.`));
}
