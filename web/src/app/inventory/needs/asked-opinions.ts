import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, dotationPartsList, redeploymentsList } from '@parc/api-client';
import { DOTATION_PARTS_ASKED } from '@parc/domain';
import { counted, day } from '@parc/ui';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';
import { partWords, whyWords } from '../dotations/dotation-words';

interface Asked {
  readonly link: readonly string[];
  readonly what: string;
  readonly why: string;
}

/** What the reader is asked to think of: devices that may leave or come, and parts of dotations, in one place, a line each. */
@Component({
  selector: 'parc-asked-opinions',
  imports: [RouterLink],
  template: `
    @if (asked(); as lines) {
      @if (lines.length > 0) {
        <section class="card" aria-labelledby="asked-opinions">
          <h2 id="asked-opinions">{{ title() }}</h2>
          <ul>
            @for (one of lines; track one.link.join('/')) {
              <li>
                <div>
                  <strong>{{ one.what }}</strong>
                  <span class="muted small">{{ one.why }}</span>
                </div>
                <a class="button" [routerLink]="one.link"
                  >Répondre<span class="visually-hidden"> : {{ one.what }}</span></a
                >
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
  styles: `
    .card {
      max-width: 46rem;
      margin-bottom: 1rem;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1rem;
      padding-block: 0.75rem;
    }

    li + li {
      border-top: 1px solid var(--line);
    }

    li:last-child {
      padding-bottom: 0;
    }

    li > div {
      display: grid;
      flex: 1 1 14rem;
    }
  `,
})
export class AskedOpinions {
  private readonly api = inject(Api);
  private readonly ofRedeployments = may('redeployments.answer');
  private readonly ofDotations = may('dotations.answer');
  private readonly redeployments = reading({
    asked: () => (this.ofRedeployments() ? true : undefined),
    load: async () => (await this.api.invoke(redeploymentsList, { state: ['proposed'] })).items,
  });
  private readonly parts = reading({
    asked: () => (this.ofDotations() ? true : undefined),
    load: async () => (await this.api.invoke(dotationPartsList, { state: [...DOTATION_PARTS_ASKED] })).items,
  });
  protected readonly asked = computed<readonly Asked[]>(() => [
    ...(this.redeployments.value() ?? [])
      .filter(({ asksMe }) => asksMe)
      .map(({ id, modelName, toSchoolName, fromSchoolName, tag, answerBy }) => ({
        link: ['/parc/redeploiements', id],
        what: `${modelName} vers ${toSchoolName}`,
        why: `${fromSchoolName ?? 'En stock'}, étiquette ${tag} · ${until(answerBy)}`,
      })),
    ...(this.parts.value() ?? []).map((part) => ({
      link: ['/parc/dotation', part.id],
      what: partWords(part),
      why: `${whyWords(part)} ${part.answerBy === null ? '' : capitalUntil(part.answerBy)}`,
    })),
  ]);
  protected readonly title = computed(() =>
    this.asked().length === 1
      ? 'Votre avis est demandé'
      : counted(this.asked().length, 'avis vous est demandé', 'avis vous sont demandés'),
  );
}

const until = (answerBy: string): string => `avant la fin du ${day(answerBy)}`;
const capitalUntil = (answerBy: string): string => `Avant la fin du ${day(answerBy)}.`;
