import { Component, computed, inject, input } from '@angular/core';
import type { PrerequisiteAnswer } from '@parc/api-client';
import { day, Notice, StateChip } from '@parc/ui';
import { kindWords, PREREQUISITES, PROMISERS, ORDERS, ORDERS_BEFORE_WORK } from '@parc/domain';
import { OrderWork } from './order-work';
import { may } from '../../shell/may';

let created = 0;

/** What must be there first, said kept by who stands in the room; an installer reads it only. */
@Component({
  selector: 'parc-work-prerequisites',
  imports: [Notice, StateChip],
  template: `
    <section [class.card]="framed()" [attr.aria-labelledby]="titleId">
      <h2 [id]="titleId">{{ title() }}</h2>
      <ul>
        @for (one of work.page()?.prerequisites; track one.what) {
          <li>
            @if (mayTick()) {
              <label>
                <input
                  #box
                  type="checkbox"
                  [checked]="one.kept"
                  [disabled]="work.ticking.pending()"
                  (change)="tick(one, box)"
                />
                <span>
                  <strong>{{ words[one.what] }}</strong>
                  <span class="muted small">{{ promise(one) }}</span>
                </span>
              </label>
            } @else {
              <span>
                <strong>{{ words[one.what] }}</strong>
                <span class="muted small">{{ promise(one) }}</span>
              </span>
            }
            <parc-state-chip
              [state]="one.kept ? { tone: 'done', word: 'En place' } : { tone: 'waiting', word: 'À vérifier' }"
            />
          </li>
        }
      </ul>
      @if (work.ticking.problem(); as refused) {
        <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
      }
    </section>
  `,
  styles: `
    section:not(.card) h2 {
      font-size: var(--text-16);
    }

    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 0.75rem;
      padding-block: 0.25rem;
    }

    li + li {
      border-top: 1px solid var(--line);
    }

    parc-state-chip {
      flex: none;
    }

    label {
      display: flex;
      flex: 1;
      align-items: center;
      gap: 0.75rem;
      min-height: var(--control-height);
      cursor: pointer;
    }

    li span > .muted {
      display: block;
    }

    input {
      flex: none;
      width: 1.375rem;
      height: 1.375rem;
      accent-color: var(--primary);
    }
  `,
})
export class WorkPrerequisites {
  /** A card of its own; without, it stands inside one. */
  readonly framed = input(true);
  protected readonly titleId = `prealables-${++created}`;
  protected readonly work = inject(OrderWork);
  protected readonly words = kindWords(PREREQUISITES);
  private readonly mayKeep = may('orders.prerequisites');
  protected readonly mayTick = computed(
    () => this.mayKeep() && ORDERS_BEFORE_WORK.includes(this.work.page()?.state ?? ORDERS.initial),
  );
  protected readonly title = computed(() => {
    const open = this.work.page()?.prerequisites.filter(({ kept }) => !kept).length ?? 0;
    if (open === 0) return 'Tout est en place pour commencer';
    return open === 1 ? 'Un préalable à vérifier' : `${open} préalables à vérifier`;
  });

  protected promise({ promisedBy, dueOn }: PrerequisiteAnswer): string {
    const until = dueOn === null ? '' : `, avant le ${day(dueOn)}`;
    return `Promis par ${PROMISERS[promisedBy].word}${until}`;
  }

  /** The box shows what the server holds: a refused tick comes back to what it was. */
  protected async tick({ what, kept }: PrerequisiteAnswer, box: HTMLInputElement): Promise<void> {
    if (!(await this.work.move(this.work.ticking, what, !kept))) box.checked = kept;
  }
}
