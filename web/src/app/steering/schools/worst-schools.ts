import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, boardsComing, figuresExport, figuresSchools, type SchoolFigure } from '@parc/api-client';
import {
  capital,
  figureText,
  frenchNumber,
  type IndicatorKey,
  indicatorOf,
  PRIORITIES,
  rankingKeyOf,
  SECTORS,
} from '@parc/domain';
import { type ChipWords, counted, StateChip, StatePanel } from '@parc/ui';
import { exportAddress } from '../../shell/lists/list-address';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { askedFigures } from '../figures/figure-filters';
import type { FigureFilter } from '../figures/figure-filter';
import { lowered } from '../figures/figure-words';
import { comingChip } from './coming-words';

const TEN = 10;

/** The schools that need it most, each with what is coming to it. */
@Component({
  selector: 'parc-worst-schools',
  imports: [ProblemPanel, RouterLink, StateChip, StatePanel],
  templateUrl: './worst-schools.html',
  styleUrl: './worst-schools.css',
})
export class WorstSchools {
  readonly key = input.required<IndicatorKey>();
  readonly filter = input.required<FigureFilter>();
  /** Of one commune alone; null: of all. */
  readonly communeId = input<string | null>(null);
  private readonly api = inject(Api);

  protected readonly ranking = computed(() => rankingKeyOf(this.key()));
  protected readonly indicator = computed(() => indicatorOf(this.ranking()));
  private readonly asked = computed(() => ({
    key: this.ranking(),
    ...askedFigures(this.filter()),
    ...(this.communeId() === null ? {} : { communeId: this.communeId()! }),
  }));
  protected readonly read = reading({
    asked: () => this.asked(),
    load: async (asked) => {
      const { items, total } = await this.api.invoke(figuresSchools, { ...asked, size: TEN });
      const schoolIds = items.map(({ id }) => id);
      const coming = schoolIds.length === 0 ? [] : (await this.api.invoke(boardsComing, { schoolIds })).items;
      return {
        total,
        schools: items.map((school) => {
          const own = coming.filter(({ schoolId }) => schoolId === school.id);
          return { ...school, isComing: own.length > 0, chip: comingChip(own) };
        }),
      };
    },
    keepsFormer: true,
  });

  protected readonly heading = computed(() => {
    const shown = this.read.value()?.schools.length ?? TEN;
    const { direction, name } = this.indicator();
    const way = direction === 'down' ? 'plus hautes' : 'plus basses';
    const count = shown === TEN ? 'Les dix écoles' : counted(shown, 'école');
    return `${count} les ${way} : ${lowered(name)}`;
  });
  protected readonly allWords = computed(() => `Les ${frenchNumber(this.read.value()?.total ?? 0)} écoles`);
  protected readonly exportLink = computed(() => {
    const { key, ...asked } = this.asked();
    return exportAddress(this.api.rootUrl + figuresExport.PATH.replace('{key}', key), asked);
  });
  protected readonly communeQuery = computed(() => (this.communeId() === null ? {} : { commune: this.communeId() }));
  protected readonly capital = capital;
  protected readonly profile = ({
    sector,
    network,
  }: {
    sector: keyof typeof SECTORS;
    network: keyof typeof PRIORITIES;
  }): string => [SECTORS[sector].word, PRIORITIES[network].short].filter((word) => word !== null).join(', ');
  /** Under the name, where there is no column for it. */
  protected readonly under = (school: SchoolFigure & { isComing: boolean; chip: ChipWords }): string =>
    this.communeId() === null
      ? `${school.communeName}, ${this.profile(school)}`
      : [this.profile(school), ...(school.isComing ? [school.chip.word] : [])].join(' · ');
  protected readonly value = (value: number | null): string => figureText(this.indicator(), value);
  protected readonly number = (value: number | null): string => (value === null ? '–' : frenchNumber(value, 1));
}
