import { Component, computed, inject } from '@angular/core';
import { BudgetBar, day, dayOfYear, Icon, MoneyPipe, money, Notice } from '@parc/ui';
import { trainingWords } from '../training-words';
import { Basket } from './basket';

/** The order and the money left, always in sight; beside the button, the reasons that help decide. */
@Component({
  selector: 'parc-basket-aside',
  imports: [BudgetBar, Icon, MoneyPipe, Notice],
  templateUrl: './basket-aside.html',
  styleUrl: './basket-aside.css',
})
export class BasketAside {
  protected readonly basket = inject(Basket);
  protected readonly home = this.basket.home.value;
  protected readonly estimate = this.basket.estimate.value;
  protected readonly trainingWords = trainingWords;

  /** The bar as it would be once sent: the basket waits for agreement. */
  protected readonly figures = computed(() => {
    const budget = this.home()?.budget;
    return budget ? { ...budget, reservedCents: budget.reservedCents + this.basket.totalCents() } : null;
  });
  protected readonly missingCents = computed(() => Math.max(0, -(this.basket.leftCents() ?? 0)));

  protected readonly convention = computed(() => {
    const gate = this.home()?.gate;
    if (!gate) return '';
    if (gate.open) return `${gate.title} en vigueur jusqu’au ${dayOfYear(gate.until!)}`;
    return `Pas de convention en vigueur avec ${gate.missing?.party} : ${gate.missing?.next} Le brouillon est gardé.`;
  });
  protected readonly first = computed(() => {
    const estimate = this.estimate();
    if (!estimate) return '';
    const answer = estimate.automatic
      ? 'accordée d’office, sous le seuil'
      : 'la métropole répond par courriel à la direction';
    return `Possible dès le ${day(estimate.firstPossibleOn)} ; ${answer}`;
  });
  protected readonly split = computed(() => {
    const performers = this.estimate()?.performers ?? [];
    if (performers.length < 2) return '';
    const shares = performers
      .map(({ performerName, totalCents }) => `${performerName} ${money(totalCents)}`)
      .join(', ');
    return `Partira en ${performers.length} commandes : ${shares}`;
  });
}
