import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, boardsEvents, figuresBreakdown, figuresList } from '@parc/api-client';
import {
  indicatorOf,
  type IndicatorKey,
  indicatorsOf,
  type Objective,
  OBJECTIVES,
  OBJECTIVE_NAMES,
  parisDateOf,
  PLAN_OBJECTIVES,
  tellsOfSchools,
} from '@parc/domain';
import { FilterChips, Icon, StateChip, StatePanel, type SavedView, ViewTabs } from '@parc/ui';
import { listAddress, readOne } from '../../shell/lists/list-address';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { askedFigures, boardChips, filterWords, firstDay, readBoardFilters } from '../figures/figure-filters';
import { figureTitle, stateOf } from '../figures/figure-words';
import { pageSharing } from '../figures/page-sharing';
import { SteeringDoors } from '../figures/steering-doors';
import { PLAN_FIGURES } from '../plan-figures';
import { WorstSchools } from '../schools/worst-schools';
import { BreakdownCard } from './breakdown-card';
import { tableAxes } from './breakdowns';
import { FigureSays } from './figure-says';
import { TrendCard } from './trend-card';

/** One objective: its figure as the title, its curve, who is left behind, the ten schools that need it most, what it does not say. */
@Component({
  selector: 'parc-objective-page',
  imports: [
    ...[BreakdownCard, FigureSays, FilterChips, Icon, ProblemPanel, RouterLink, StateChip, StatePanel],
    ...[SteeringDoors, TrendCard, ViewTabs, WorstSchools],
  ],
  templateUrl: './objective-page.html',
  styleUrls: ['../figures/steering-page.css', './objective-page.css'],
})
export class ObjectivePage {
  readonly objective = input.required<string>();
  /** Of the address: which of the objective's figures. */
  readonly chiffre = input<string>();

  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ periode: null, secteur: null, nature: null, reseau: null });
  protected readonly sharing = pageSharing('/pilotage');
  private readonly today = parisDateOf(new Date());
  /** Whoever reads one party's figures gets them whole. */
  protected readonly whole = may(PLAN_FIGURES);

  protected readonly name = computed<Objective>(
    () => readOne(this.objective(), OBJECTIVE_NAMES) ?? PLAN_OBJECTIVES[0]!,
  );
  protected readonly words = computed(() => OBJECTIVES[this.name()]);
  protected readonly place = computed(() => {
    const { place, word } = this.words();
    return place === null
      ? word
      : `Objectif ${place} sur ${PLAN_OBJECTIVES.length} · ${word.charAt(0).toLowerCase()}${word.slice(1)}`;
  });
  protected readonly filters = computed(() => readBoardFilters(this.address.words()));
  protected readonly chips = computed(() =>
    this.whole() ? boardChips(this.filters()) : boardChips(this.filters()).slice(0, 1),
  );
  protected readonly from = computed(() => firstDay(this.filters(), this.today));
  protected readonly filterText = computed(() => filterWords(this.filters()));

  private readonly asked = computed(() => ({ objective: this.name(), ...askedFigures(this.filters()) }), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  protected readonly read = reading({
    asked: () => this.asked(),
    load: (asked) => this.api.invoke(figuresList, asked),
    keepsFormer: true,
  });
  private readonly events = reading({ load: async () => (await this.api.invoke(boardsEvents)).items });
  protected readonly turns = computed(() => this.events.value() ?? []);

  protected readonly key = computed<IndicatorKey | null>(() => {
    const keys = (this.read.value()?.figures ?? []).map(({ key }) => key as IndicatorKey);
    return readOne(this.chiffre(), keys) ?? keys.find((key) => indicatorOf(key).objective === this.name()) ?? null;
  });
  protected readonly answer = computed(() => this.read.value()?.figures.find(({ key }) => key === this.key()) ?? null);
  protected readonly indicator = computed(() => indicatorOf(this.key()!));
  protected readonly ofSchools = computed(() => tellsOfSchools(this.indicator()));
  protected readonly state = computed(() => {
    const answer = this.answer();
    return answer === null ? null : stateOf(answer);
  });
  protected readonly title = computed(() => {
    const answer = this.answer();
    if (answer !== null) return figureTitle(indicatorOf(answer.key as IndicatorKey), answer.figure);
    return this.read.value() === null ? this.words().word : `${this.words().word} : pas encore de chiffre`;
  });
  protected readonly tabs = computed<readonly SavedView[]>(() => {
    const figures = this.read.value()?.figures ?? [];
    return figures.length < 2
      ? []
      : figures.map(({ key }) => ({ id: key, label: indicatorOf(key as IndicatorKey).name, count: null }));
  });
  /** The objectives beside this one. */
  protected readonly objectives = OBJECTIVE_NAMES.map((id) => ({ id, ...OBJECTIVES[id] }));
  protected readonly anyFigure = (id: Objective): boolean => indicatorsOf(id).length > 0;

  protected readonly breakdowns = reading({
    asked: () => {
      const key = this.key();
      return key === null || !this.whole() ? undefined : { key, ...askedFigures(this.filters()) };
    },
    load: (asked) =>
      Promise.all(
        tableAxes(indicatorOf(asked.key)).map((axis) => this.api.invoke(figuresBreakdown, { ...asked, axis })),
      ),
    keepsFormer: true,
  });

  constructor() {
    effect(() => this.pageTitle.show(this.words().short));
  }

  protected choose(chiffre: string): void {
    this.address.go({ chiffre });
  }

  protected print(): void {
    this.sharing.print();
  }

  protected copy(): void {
    void this.sharing.copy();
  }
}
