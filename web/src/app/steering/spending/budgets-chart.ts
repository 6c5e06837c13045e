import { Component, computed, input, signal } from '@angular/core';
import type { SteeringOverview } from '@parc/api-client';
import { BudgetBar, Choice, MoneyPipe } from '@parc/ui';
import { ENVELOPE_KINDS, kindChoices } from '@parc/domain';
import { FiguresBelow } from './figures-below';
import { type BudgetKind, budgetRows, budgetSentence, sectorWord } from './spending-words';

const HEAD = [
  'Exercice',
  'Secteur',
  'Écoles',
  'Ouvert €',
  'Réservé €',
  'Engagé €',
  'Réalisé €',
  'Reste €',
  'Par école €',
];

/** Budgets by year and sector: a bar each from a common zero, its parts told apart by their pattern, labels beside them. */
@Component({
  selector: 'parc-budgets-chart',
  imports: [BudgetBar, Choice, FiguresBelow, MoneyPipe],
  templateUrl: './budgets-chart.html',
  styleUrl: './budgets-chart.css',
})
export class BudgetsChart {
  readonly overview = input.required<SteeringOverview>();

  protected readonly kind = signal<BudgetKind>('installation');
  protected readonly kinds = kindChoices(ENVELOPE_KINDS).map(({ value, label }) => ({
    value: value as BudgetKind,
    label,
  }));
  protected readonly rows = computed(() => {
    return budgetRows(this.overview().budgets, this.kind());
  });
  protected readonly sentence = computed(() => budgetSentence(this.rows(), this.overview().year));
  protected readonly several = computed(() => new Set(this.rows().map(({ sector }) => sector)).size > 1);
  protected readonly name = computed(() => `budgets-${this.kind()}`);
  protected readonly head = HEAD;
  protected readonly cells = computed(() =>
    this.rows().map((row) => [
      row.year,
      sectorWord(row.sector),
      row.schools,
      ...[
        row.openedCents,
        row.reservedCents,
        row.committedCents,
        row.spentCents,
        row.availableCents,
        row.perSchoolCents,
      ].map((cents) => ({ cents })),
    ]),
  );
  protected readonly sector = sectorWord;

  protected choose(kind: BudgetKind | null): void {
    if (kind !== null) this.kind.set(kind);
  }
}
