import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, boardsCommunes, figuresExport, figuresSchools, type SchoolFigure } from '@parc/api-client';
import {
  capital,
  figureText,
  frenchNumber,
  INDICATOR_KEYS,
  type IndicatorKey,
  indicatorOf,
  MAP_KEYS,
  OBJECTIVES,
  PRIORITIES,
  SCHOOL_KINDS,
  SECTORS,
} from '@parc/domain';
import { Cell, countedRows, DataTable, FilterChips, Icon, Pager, type TableColumn, type TableSort } from '@parc/ui';
import { communeChip } from '../../shell/lists/list-chips';
import { exportAddress, listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { askedFigures, boardChips, filterWords, isNarrowed, readBoardFilters } from '../figures/figure-filters';
import { lowered } from '../figures/figure-words';
import { pageSharing } from '../figures/page-sharing';

/** The first ones alone: what the overview's link asks for. */
const FEW = 10;

/** The schools behind a figure, the worst first: paged, narrowed, as a file. */
@Component({
  selector: 'parc-school-figures-list',
  imports: [Cell, DataTable, FilterChips, Icon, ListState, Pager, RouterLink],
  templateUrl: './school-figures-list.html',
  styleUrls: ['../../shell/lists/list.css', '../figures/steering-page.css'],
})
export class SchoolFiguresList {
  readonly key = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({
    secteur: null,
    nature: null,
    reseau: null,
    commune: null,
    nombre: null,
    page: null,
  });
  protected readonly sharing = pageSharing('/pilotage');
  private readonly choosesCommune = may('figures.communes');

  protected readonly indicatorKey = computed<IndicatorKey>(() => readOne(this.key(), INDICATOR_KEYS) ?? MAP_KEYS[0]);
  protected readonly indicator = computed(() => indicatorOf(this.indicatorKey()));
  protected readonly objective = computed(() => OBJECTIVES[this.indicator().objective]);
  protected readonly filters = computed(() => readBoardFilters(this.address.words()));
  protected readonly communeId = computed(() => this.address.words()['commune'] || null);
  protected readonly page = computed(() => readPage(this.address.words()['page']));
  protected readonly size = computed(() => (this.address.words()['nombre'] === String(FEW) ? FEW : PAGE_SIZE));
  protected readonly sort = computed<TableSort | null>(() => {
    const way = this.address.words()['sens'];
    if (way === undefined) return { key: 'value', direction: this.worstFirst() };
    return { key: 'value', direction: way === 'decroissant' ? 'descending' : 'ascending' };
  });
  private readonly worstFirst = computed(() => (this.indicator().direction === 'down' ? 'descending' : 'ascending'));

  private readonly asked = computed(() => ({
    key: this.indicatorKey(),
    ...askedFigures(this.filters()),
    ...(this.communeId() === null ? {} : { communeId: this.communeId()! }),
    sort: 'value' as const,
    direction: this.sort()!.direction === 'descending' ? ('desc' as const) : ('asc' as const),
    page: this.page(),
    size: this.size(),
  }));
  protected readonly reading = listReading(
    () => this.asked(),
    (asked) => this.api.invoke(figuresSchools, asked),
  );
  private readonly communes = reading({
    asked: () => (this.choosesCommune() ? true : undefined),
    load: async () => (await this.api.invoke(boardsCommunes)).items.filter(({ schools }) => schools > 0),
  });

  protected readonly narrowed = computed(() => isNarrowed(this.filters()) || this.communeId() !== null);
  protected readonly chips = computed(() => {
    const commune = communeChip(this.communeId(), this.communes.value() ?? []);
    return [...boardChips(this.filters(), false), ...(commune === false ? [] : [commune])];
  });
  protected readonly filterText = computed(() => filterWords({ ...this.filters(), span: null }));
  protected readonly title = computed(() => {
    const total = this.reading.total();
    const { direction, name } = this.indicator();
    if (this.reading.value() === null) return name;
    if (total === 0) return 'Aucune école avec ces filtres';
    if (this.size() === FEW && total > FEW)
      return `Les dix écoles les ${direction === 'down' ? 'plus hautes' : 'plus basses'} : ${lowered(name)}`;
    return `${countedRows(total, 'école')} : ${lowered(name)}`;
  });
  protected readonly exportLink = computed(() => {
    const { key, ...asked } = this.asked();
    return exportAddress(this.api.rootUrl + figuresExport.PATH.replace('{key}', key), asked);
  });
  protected readonly columns = computed<readonly TableColumn<SchoolFigure>[]>(() => {
    const [num, den] = this.indicator().counted;
    const number = (value: number | null) => (value === null ? '–' : frenchNumber(value, 1));
    return [
      { key: 'name', label: 'École', card: 'title' },
      { key: 'commune', label: 'Commune', text: ({ communeName }) => communeName },
      {
        key: 'profile',
        label: 'Secteur et réseau',
        text: ({ sector, network }) =>
          [SECTORS[sector].word, PRIORITIES[network].short].filter((word) => word !== null).join(', '),
      },
      { key: 'den', label: capital(den), align: 'end', text: ({ den: of }) => number(of) },
      { key: 'num', label: capital(num), align: 'end', text: ({ num: of }) => number(of) },
      {
        key: 'value',
        label: this.indicator().unit === 'hundred' ? 'Pour 100' : 'Chiffre',
        align: 'end',
        sortable: true,
        card: 'beside',
        text: ({ value, known }) => (known === 0 ? 'inconnu' : figureText(this.indicator(), value)),
      },
    ];
  });
  protected readonly kinds = SCHOOL_KINDS;
  protected readonly rowKey = ({ id }: SchoolFigure): string => id;
  protected readonly rowName = ({ name, communeName }: SchoolFigure): string => `${name}, ${communeName}`;

  constructor() {
    effect(() => this.pageTitle.show(this.indicator().name));
  }

  protected open({ id }: SchoolFigure): void {
    void this.router.navigate(['/pilotage/ecoles', id], { queryParams: { objectif: this.indicator().objective } });
  }

  protected sortBy(sort: TableSort | null): void {
    this.address.go({ sens: sort?.direction === 'descending' ? 'decroissant' : 'croissant', page: null });
  }

  protected all(): void {
    this.address.go({ nombre: null });
  }

  protected copy(): void {
    void this.sharing.copy();
  }

  protected print(): void {
    this.sharing.print();
  }
}
