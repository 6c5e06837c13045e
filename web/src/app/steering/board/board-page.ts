import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, boardsCommunes, boardsSpread, figuresBreakdown, figuresFigure, figuresList } from '@parc/api-client';
import { headlineOf, indicatorOf, MAP_KEYS, type Objective, parisDateOf, PLAN_OBJECTIVES } from '@parc/domain';
import { FilterChips, Icon, StatePanel } from '@parc/ui';
import { HomeCards } from '../../shell/homes/home-cards';
import { listAddress } from '../../shell/lists/list-address';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { askedFigures, boardChips, filterWords, firstDay, readBoardFilters } from '../figures/figure-filters';
import { percent, stateOf } from '../figures/figure-words';
import { pageSharing } from '../figures/page-sharing';
import { DayShortPipe } from '../figures/day-short';
import { SteeringDoors } from '../figures/steering-doors';
import { communeFigures } from '../map/communes';
import { MapCard } from '../map/map-card';
import { boardTitle } from './board-words';
import { HeadlineCard } from './headline-card';
import { SpreadCard } from './spread-card';

/** The plan in one screen: a card an objective, the communes on a map, every school as a dot. Filters stand in the address. */
@Component({
  selector: 'parc-board-page',
  imports: [
    ...[DayShortPipe, FilterChips, HeadlineCard, HomeCards, Icon, MapCard, ProblemPanel, RouterLink],
    ...[SpreadCard, StatePanel, SteeringDoors],
  ],
  templateUrl: './board-page.html',
  styleUrls: ['../figures/steering-page.css', './board-page.css'],
})
export class BoardPage {
  private readonly api = inject(Api);
  protected readonly address = listAddress({ periode: null, secteur: null, nature: null, reseau: null });
  protected readonly sharing = pageSharing('/pilotage');
  private readonly today = parisDateOf(new Date());
  protected readonly objectives = PLAN_OBJECTIVES;
  protected readonly mapped = indicatorOf(MAP_KEYS[0]);

  protected readonly filters = computed(() => readBoardFilters(this.address.words()));
  protected readonly chips = computed(() => boardChips(this.filters()));
  protected readonly from = computed(() => firstDay(this.filters(), this.today));
  protected readonly filterText = computed(() => filterWords(this.filters()));
  /** Two equal choices are one: a span changes the drawing alone. */
  private readonly asked = computed(() => askedFigures(this.filters()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });

  protected readonly read = reading({
    asked: () => this.asked(),
    load: (asked) => this.api.invoke(figuresList, asked),
    keepsFormer: true,
  });
  protected readonly answer = this.read.value;
  protected readonly places = reading({
    asked: () => this.asked(),
    load: async (asked) => {
      const [communes, breakdown] = await Promise.all([
        this.api.invoke(boardsCommunes),
        this.api.invoke(figuresBreakdown, { key: MAP_KEYS[0], axis: 'commune', ...asked }),
      ]);
      return communeFigures(communes.items, breakdown.parts);
    },
    keepsFormer: true,
  });
  protected readonly spread = reading({
    asked: () => this.asked(),
    load: async (asked) => {
      const [{ dots }, { target }] = await Promise.all([
        this.api.invoke(boardsSpread, { key: MAP_KEYS[0], ...asked }),
        this.api.invoke(figuresFigure, { key: MAP_KEYS[0], ...asked }),
      ]);
      return { dots, target };
    },
    keepsFormer: true,
  });

  /** How the objectives stand: the answer before the figures. */
  protected readonly title = computed(() =>
    boardTitle((this.answer()?.figures ?? []).map(stateOf), this.objectives.length),
  );
  protected readonly coverage = computed(() => {
    const figures = (this.answer()?.figures ?? []).flatMap(({ figure }) => (figure === null ? [] : [figure]));
    const sum = (of: 'known' | 'population') => figures.reduce((all, figure) => all + figure[of], 0);
    return sum('population') === 0 ? 'pas encore de chiffre' : `${percent(sum('known') / sum('population'))} couverts`;
  });

  protected figureOf(objective: Objective) {
    const headline = headlineOf(objective);
    return this.answer()?.figures.find(({ key }) => key === headline?.key) ?? null;
  }

  protected copy(): void {
    void this.sharing.copy();
  }

  protected print(): void {
    this.sharing.print();
  }
}
