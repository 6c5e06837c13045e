import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, fleetValueShares, fleetValueSharesCsv } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { Control, counted, Field, Icon, MoneyPipe, StatePanel, wholeNumber } from '@parc/ui';
import { PageTitle } from '../../shell/page-title';
import { yearsUpTo } from '../../shell/plan-years';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { shareWords } from './end-words';

/** The two shares that the laws on reuse ask of a civil year, with what counts on neither side. */
@Component({
  selector: 'parc-reuse-page',
  imports: [Control, Field, Icon, MoneyPipe, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './reuse-page.html',
  styleUrl: './figures.css',
})
export class ReusePage {
  /** Of the address: the civil year. */
  readonly annee = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly thisYear = Number(parisDateOf(new Date()).slice(0, 4));
  protected readonly years = yearsUpTo(this.thisYear);
  protected readonly year = computed(() => this.years.find((year) => String(year) === this.annee()) ?? this.thisYear);
  protected readonly shares = reading({
    asked: () => ({ year: this.year() }),
    load: (asked) => this.api.invoke(fleetValueShares, asked),
    keepsFormer: true,
  });
  protected readonly file = computed(() => `${this.api.rootUrl}${fleetValueSharesCsv.PATH}?year=${this.year()}`);
  protected readonly share = shareWords;
  protected readonly counted = counted;
  protected readonly whole = wholeNumber;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(`Réemploi en ${this.year()}`));
  }

  protected choose(year: string): void {
    void this.router.navigate([], { queryParams: { annee: year === String(this.thisYear) ? null : year } });
  }

  /** "au-dessus de la cible de 20 %", and that there was none. */
  protected against(share: number | null, target: number | null): string {
    if (target === null) return 'La loi ne demandait rien cette année-là.';
    const words = shareWords(target);
    if (share === null) return `La loi demande ${words}.`;
    return share >= target ? `La cible de ${words} est atteinte.` : `La loi demande ${words}.`;
  }
}
