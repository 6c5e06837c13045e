import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, boardsSchool, type PlacedFigure } from '@parc/api-client';
import {
  capital,
  figureText,
  type IndicatorKey,
  indicatorOf,
  indicatorsOf,
  type Objective,
  OBJECTIVE_NAMES,
  OBJECTIVES,
  PRIORITIES,
  SCHOOL_KINDS,
  SECTORS,
} from '@parc/domain';
import { Icon, StateChip, StatePanel, type SavedView, ViewTabs } from '@parc/ui';
import { readOne } from '../../shell/lists/list-address';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { pageSharing } from '../figures/page-sharing';
import { PLAN_FIGURES } from '../plan-figures';
import { comingChip } from './coming-words';
import { isYesOrNo, likeWords, onTrack, placeWords } from './place-words';
import { SchoolRows } from './school-rows';

/** A school's figures, each with its place among those of its kind and network; a place, never a verdict. */
@Component({
  selector: 'parc-placed-school-page',
  imports: [Icon, ProblemPanel, RouterLink, SchoolRows, StateChip, StatePanel, ViewTabs],
  templateUrl: './placed-school-page.html',
  styleUrls: ['../figures/steering-page.css', './placed-school-page.css'],
})
export class PlacedSchoolPage {
  readonly id = input.required<string>();
  /** Of the address. */
  readonly objectif = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly sharing = pageSharing('/pilotage');
  protected readonly whole = may(PLAN_FIGURES);

  protected readonly tabs: readonly SavedView[] = OBJECTIVE_NAMES.filter((name) => indicatorsOf(name).length > 0).map(
    (id) => ({
      id,
      label: OBJECTIVES[id].short,
      count: null,
    }),
  );
  protected readonly objective = computed<Objective>(
    () =>
      readOne(this.objectif(), OBJECTIVE_NAMES) ?? (this.tabs[0]?.id as Objective | undefined) ?? OBJECTIVE_NAMES[0]!,
  );
  protected readonly read = reading({
    asked: () => ({ schoolId: this.id(), objective: this.objective() }),
    load: (asked) => this.api.invoke(boardsSchool, asked),
    keepsFormer: true,
  });
  protected readonly profile = computed(() => {
    const school = this.read.value()!;
    const network = PRIORITIES[school.network].short;
    return [
      capital(SCHOOL_KINDS[school.kind].word),
      SECTORS[school.sector].word,
      ...(network === null ? [] : [network]),
    ].join(', ');
  });
  protected readonly like = computed(() => {
    const school = this.read.value()!;
    return likeWords(school, Math.max(0, ...school.figures.map(({ like }) => like)));
  });
  protected readonly chip = computed(() => comingChip(this.read.value()!.coming));
  protected readonly indicator = (figure: PlacedFigure) => indicatorOf(figure.key as IndicatorKey);
  protected readonly key = (figure: PlacedFigure): IndicatorKey => figure.key as IndicatorKey;
  protected readonly value = (figure: PlacedFigure, value: number | null): string =>
    value !== null && isYesOrNo(figure) ? (value === 0 ? 'Non' : 'Oui') : figureText(this.indicator(figure), value);
  protected readonly compared = (figure: PlacedFigure): boolean =>
    figure.value !== null && figure.median !== null && figure.like > 1 && !isYesOrNo(figure);
  protected readonly place = placeWords;
  protected readonly track = onTrack;

  constructor() {
    effect(() => {
      const school = this.read.value();
      if (school !== null) this.pageTitle.show(school.name);
    });
  }

  protected choose(objectif: string): void {
    void this.router.navigate([], { queryParams: { objectif }, queryParamsHandling: 'merge' });
  }

  protected print(): void {
    this.sharing.print();
  }
}
