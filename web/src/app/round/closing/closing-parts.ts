import { Component, computed, input, model, signal } from '@angular/core';
import { BudgetBar, Control, Field, Icon, money, MoneyPipe, Notice, parseMoney, time } from '@parc/ui';
import { type DraftPart, partsCents } from './closing-draft';
import type { TicketToClose } from './ticket-to-close';

/** The parts of a repair with what they cost, and what the school's maintenance budget says to that. */
@Component({
  selector: 'parc-closing-parts',
  imports: [BudgetBar, Control, Field, Icon, MoneyPipe, Notice],
  template: `
    <h2>Pièces</h2>
    <div class="card">
      @for (part of parts(); track $index; let index = $index) {
        <p class="part">
          <span>{{ part.name || 'Pièce sans nom' }}</span>
          <strong>{{ part.price }} €</strong>
          <button
            type="button"
            class="button button-quiet"
            [attr.aria-label]="'Retirer ' + part.name"
            (click)="drop(index)"
          >
            <parc-icon name="cross" [size]="16" />
          </button>
        </p>
      }
      @if (adding()) {
        <div class="adding">
          <parc-field label="Pièce" controlId="piece">
            <input parcControl #name type="text" maxlength="80" />
          </parc-field>
          <parc-field label="Prix TTC" controlId="prix" [error]="wrong()">
            <input parcControl #price type="text" inputmode="decimal" autocomplete="off" />
          </parc-field>
          <button type="button" class="button" (click)="add(name.value, price.value)">Ajouter la pièce</button>
          <button type="button" class="button button-quiet" (click)="adding.set(false)">Revenir</button>
        </div>
      } @else {
        <button type="button" class="button button-wide" (click)="adding.set(true)">
          <parc-icon name="plus" [size]="18" /> Ajouter une pièce
        </button>
      }
      @if (figures(); as bar) {
        <div class="budget">
          <p class="head">
            <strong>Budget maintenance</strong> <span>reste {{ left() | money }}</span>
          </p>
          <parc-budget-bar
            label="Budget maintenance"
            size="small"
            legend="short"
            [figures]="bar"
            [highlight]="ofTicket()"
          />
          <p class="muted small">Chiffres de {{ readAt() }}.</p>
          @if (left() < 0) {
            <parc-notice tone="waiting">
              Il manque {{ missing() }}. Le ticket se clôt quand même : la gestion du plan impute le coût ensuite.
            </parc-notice>
          }
        </div>
      } @else if (total() > 0) {
        <p class="muted small">
          Le budget de maintenance de l’école n’est pas connu ici : la gestion du plan impute le coût s’il manque.
        </p>
      }
    </div>
  `,
  styles: `
    h2 {
      margin-bottom: 0.5rem;
      font-size: var(--text-16);
    }

    .card {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.75rem;
    }

    .part {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      align-items: center;
      gap: 0.75rem;
    }

    .adding {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 7rem;
      gap: 0.75rem;
    }

    .budget {
      display: grid;
      gap: 0.5rem;
      padding-top: 0.75rem;
      border-top: 1px solid var(--line);
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 1rem;
    }
  `,
})
export class ClosingParts {
  readonly ticket = input.required<TicketToClose>();
  readonly parts = model.required<readonly DraftPart[]>();

  protected readonly adding = signal(false);
  protected readonly wrong = signal('');
  protected readonly total = computed(() => partsCents(this.parts()));
  /** With this ticket's cost, hatched at the end of what is spent. */
  protected readonly figures = computed(() => {
    const bar = this.ticket().maintenance;
    return bar === null ? null : { ...bar, committedCents: bar.committedCents + this.total() };
  });
  protected readonly ofTicket = computed(() =>
    this.total() === 0 ? null : { part: 'committed' as const, amountCents: this.total(), word: 'Ce ticket' },
  );
  protected readonly left = computed(() => (this.ticket().maintenance?.availableCents ?? 0) - this.total());
  protected readonly missing = computed(() => money(-this.left()));
  protected readonly readAt = computed(() => time(this.ticket().readAt));

  protected add(name: string, price: string): void {
    const cents = parseMoney(price);
    if (cents === null || cents < 0) return this.wrong.set('Écrivez un montant comme 64,90.');
    this.wrong.set('');
    this.parts.set([...this.parts(), { name: name.trim(), price: price.trim() }]);
    this.adding.set(false);
  }

  protected drop(index: number): void {
    this.parts.set(this.parts().filter((_, place) => place !== index));
  }
}
