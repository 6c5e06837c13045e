import { Component, computed, effect, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, kitOfSchool } from '@parc/api-client';
import { KIT_COUNTED_WORDS } from '@parc/domain';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';
import { filled, groupWords } from './need-words';

/** What a school is to have, beside what it has: a bar a group, and the way to say what else it needs. */
@Component({
  selector: 'parc-school-kit',
  imports: [RouterLink],
  template: `
    @if (reads() && kit.value(); as page) {
      <section class="card" aria-labelledby="base-kit">
        <div class="head">
          <h2 id="base-kit">Le socle de l’école</h2>
          <a routerLink="/parc/socle">Qui le fixe</a>
        </div>
        @for (group of page.groups; track group.id) {
          <div class="group">
            <p>
              <span>{{ words(group) }}</span>
              <span
                ><strong>{{ group.counted }}</strong> sur {{ group.asked }}</span
              >
            </p>
            <div class="bar" aria-hidden="true"><span [style.inline-size.%]="full(group)"></span></div>
          </div>
        } @empty {
          <p class="muted">Aucun socle n’est fixé pour ce type d’école.</p>
        }
        @if (page.groups.length > 0) {
          @if (page.classes === null) {
            <p class="small">Le nombre de classes n’est pas connu : ce qui se compte par classe n’est pas demandé.</p>
          }
          <p class="muted small">{{ counts }}</p>
        }
        <div class="acts">
          @if (states()) {
            <a class="button" routerLink="/parc/besoins/nouveau">Dire un besoin</a>
          }
          @if (readsNeeds()) {
            <a class="small" routerLink="/parc/besoins" [queryParams]="{ ecole: schoolId() }">Besoins déjà dits</a>
          }
        </div>
      </section>
    }
  `,
  styles: `
    .card {
      display: grid;
      gap: 0.75rem;
      max-width: 46rem;
      margin-bottom: 1.5rem;
    }

    .head,
    .group p {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 1rem;
    }

    .group {
      display: grid;
      gap: 0.25rem;
    }

    .group p span:last-child {
      white-space: nowrap;
    }

    .bar {
      overflow: hidden;
      block-size: 0.75rem;
      border: 1px solid var(--edge);
      border-radius: 0.25rem;
      background: var(--surface);
    }

    .bar span {
      display: block;
      block-size: 100%;
      background: var(--primary);
    }

    .acts {
      display: grid;
      justify-items: start;
      gap: 0.75rem;
    }

    .acts .button {
      inline-size: 100%;
    }
  `,
})
export class SchoolKitCard {
  readonly schoolId = input.required<string | undefined>();
  /** What lacks in all, once it is known; null where no kit is fixed. */
  readonly lacking = output<number | null>();

  private readonly api = inject(Api);
  protected readonly reads = may('kit.read');
  protected readonly states = may('needs.state');
  protected readonly readsNeeds = may('needs.read');
  protected readonly kit = reading({
    asked: () => (this.reads() ? this.schoolId() : undefined),
    load: (id) => this.api.invoke(kitOfSchool, { id }),
  });
  private readonly lacks = computed(() => {
    const page = this.kit.value();
    return page === null || page.groups.length === 0 ? null : page.lacking;
  });
  protected readonly words = groupWords;
  protected readonly full = filled;
  protected readonly counts = KIT_COUNTED_WORDS;

  constructor() {
    effect(() => this.lacking.emit(this.lacks()));
  }
}
