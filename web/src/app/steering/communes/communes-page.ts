import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, boardsCommune, boardsCommunes, figuresBreakdown, figuresFigure } from '@parc/api-client';
import { capital, figureText, frenchNumber, type IndicatorKey, indicatorOf, leadingText, MAP_KEYS } from '@parc/domain';
import { Bars, ChartCard, counted, Curve, FilterChips, Icon, StatePanel, type SavedView, ViewTabs } from '@parc/ui';
import { listAddress, readOne } from '../../shell/lists/list-address';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { curvePoints, curveRows } from '../figures/figure-curve';
import { askedFigures, boardChips, filterWords, readBoardFilters } from '../figures/figure-filters';
import { lowered } from '../figures/figure-words';
import { pageSharing } from '../figures/page-sharing';
import { SteeringDoors } from '../figures/steering-doors';
import { communeFigures, knownValues, medianOf } from '../map/communes';
import { MapCard } from '../map/map-card';
import { WorstSchools } from '../schools/worst-schools';
import { communeBars, distributionSentence, lowestCommunes } from './distribution';

/** The communes on their map, and one of them beside: its figure against the middle one, its curve, its schools. */
@Component({
  selector: 'parc-communes-page',
  imports: [
    ...[Bars, ChartCard, Curve, FilterChips, Icon, MapCard, ProblemPanel, RouterLink],
    ...[StatePanel, SteeringDoors, ViewTabs, WorstSchools],
  ],
  templateUrl: './communes-page.html',
  styleUrls: ['../figures/steering-page.css', './communes-page.css'],
})
export class CommunesPage {
  /** The commune that is chosen; none: the map alone. */
  readonly id = input<string>();
  /** Of the address: which figure. */
  readonly chiffre = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ secteur: null, nature: null, reseau: null });
  protected readonly sharing = pageSharing('/pilotage');

  protected readonly key = computed<IndicatorKey>(() => readOne(this.chiffre(), MAP_KEYS) ?? MAP_KEYS[0]);
  protected readonly indicator = computed(() => indicatorOf(this.key()));
  protected readonly tabs: readonly SavedView[] =
    MAP_KEYS.length < 2 ? [] : MAP_KEYS.map((id) => ({ id, label: indicatorOf(id).name, count: null }));
  protected readonly filters = computed(() => readBoardFilters(this.address.words()));
  protected readonly chips = computed(() => boardChips(this.filters(), false));
  protected readonly filterText = computed(() => filterWords({ ...this.filters(), span: null }));

  private readonly asked = computed(() => ({ key: this.key(), ...askedFigures(this.filters()) }), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  protected readonly read = reading({
    asked: () => this.asked(),
    load: async (asked) => {
      const [communes, { parts }, plan] = await Promise.all([
        this.api.invoke(boardsCommunes),
        this.api.invoke(figuresBreakdown, { ...asked, axis: 'commune' }),
        this.api.invoke(figuresFigure, asked),
      ]);
      return { figures: communeFigures(communes.items, parts), plan };
    },
    keepsFormer: true,
  });
  protected readonly own = reading({
    asked: () => (this.id() === undefined ? undefined : { communeId: this.id()!, key: this.key() }),
    load: (asked) => this.api.invoke(boardsCommune, asked),
  });

  protected readonly figures = computed(() => this.read.value()?.figures ?? []);
  protected readonly chosen = computed(() => this.figures().find(({ commune }) => commune.id === this.id()) ?? null);
  protected readonly median = computed(() => medianOf(knownValues(this.figures())));
  protected readonly title = computed(() => {
    const [chosen, median, indicator] = [this.chosen(), this.median(), this.indicator()];
    if (this.read.value() === null) return 'Communes';
    const middle = figureText(indicator, median);
    if (chosen === null)
      return median === null
        ? `${indicator.name} : pas encore de chiffre`
        : `La commune médiane est à ${middle} : ${lowered(indicator.name)}`;
    if (chosen.value === null) return `${chosen.commune.name} : pas de chiffre`;
    return `${chosen.commune.name} : ${figureText(indicator, chosen.value)}, la commune médiane est à ${middle}`;
  });
  protected readonly schoolWords = computed(() => {
    const chosen = this.chosen();
    if (chosen === null) return '';
    const [num, den] = this.indicator().counted;
    const part = chosen.part;
    const told = [counted(chosen.commune.schools, 'école du plan', 'écoles du plan')];
    if (part?.num != null && part.den != null)
      told.push(`${frenchNumber(part.num)} ${num}`, `${frenchNumber(part.den)} ${den}`);
    return told.join(' · ');
  });
  protected readonly bars = computed(() => communeBars(this.figures(), this.chosen()?.value ?? null));
  protected readonly barRows = computed(() => this.bars().map(({ label, count }) => [label, count]));
  protected readonly distribution = computed(() =>
    distributionSentence(this.indicator(), this.figures(), this.chosen()),
  );
  protected readonly lowest = computed(() => lowestCommunes(this.indicator(), this.figures()));
  protected readonly points = computed(() => {
    const own = this.own.value();
    return own === null ? [] : curvePoints(own, null);
  });
  protected readonly planCurve = computed(() => {
    const plan = this.read.value()?.plan;
    if (plan === undefined || plan.figure === null) return null;
    return { points: curvePoints(plan, null), word: `le plan ${figureText(this.indicator(), plan.figure.value)}` };
  });
  protected readonly curveRows = computed(() => {
    const own = this.own.value();
    return own === null ? [] : curveRows(own, null);
  });
  protected readonly capital = capital;
  protected readonly inWords = (value: number): string => leadingText(this.indicator(), value);
  protected readonly value = (value: number | null): string => figureText(this.indicator(), value);

  constructor() {
    effect(() => this.pageTitle.show(this.chosen()?.commune.name ?? 'Communes'));
  }

  protected choose(chiffre: string): void {
    void this.router.navigate([], { queryParams: { chiffre }, queryParamsHandling: 'merge' });
  }

  protected print(): void {
    this.sharing.print();
  }

  protected copy(): void {
    void this.sharing.copy();
  }
}
