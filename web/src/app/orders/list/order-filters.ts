import type { OrdersList$Params } from '@parc/api-client';
import { ORDER_STATE_NAMES, type OrderState, kindsOf, SECTORS, type SchoolSector } from '@parc/domain';
import type { FilterChip, TableSort } from '@parc/ui';
import { showsDate } from './order-columns';
import { readOne } from '../../shell/lists/list-address';
import { communeChip, sectorChip } from '../../shell/lists/list-chips';
import { PAGE_SIZE } from '../../shell/lists/list-reading';
import { mayBeOverdue, type OrderView, readView, viewQuery } from './order-views';

/** What a list of orders is narrowed by. Everything stands in the address, so that a link shows the same list. */
export interface OrderFilters {
  readonly view: OrderView;
  /** Those alone for which the time of whoever is awaited has passed. */
  readonly overdue: boolean;
  readonly year: number | null;
  readonly communeId: string | null;
  readonly sector: SchoolSector | null;
  readonly priority: PriorityFilter | null;
  readonly amount: AmountFilter | null;
  readonly state: OrderState | null;
  readonly search: string;
  /** Null: the view's own order. */
  readonly sort: TableSort | null;
  /** The first is 1. */
  readonly page: number;
}

export type PriorityFilter = 'rep-tous' | 'rep' | 'rep-plus' | 'hors-rep';
export type AmountFilter = 'moins-300' | '300-1000' | 'plus-1000';
type Sort = NonNullable<OrdersList$Params['sort']>;

/** Words of the address, in the order in which they are written. */
export type Address = Readonly<Record<string, string | null>>;

const PRIORITIES: Record<PriorityFilter, NonNullable<OrdersList$Params['priority']>> = {
  'rep-tous': ['REP', 'REP+'],
  rep: ['REP'],
  'rep-plus': ['REP+'],
  'hors-rep': ['none'],
};
/** Integer cents, tax included; both ends belong to the range. */
const AMOUNTS: Record<AmountFilter, { readonly minCents?: number; readonly maxCents?: number }> = {
  'moins-300': { maxCents: 29_999 },
  '300-1000': { minCents: 30_000, maxCents: 100_000 },
  'plus-1000': { minCents: 100_001 },
};
const SORTS: readonly Sort[] = ['age', 'number', 'school', 'amount', 'state', 'planned'];

export function readFilters(address: Address, first: OrderView): OrderFilters {
  const view = readView(address['vue'], first);
  const sort = SORTS.find((key) => key === address['tri']);
  return {
    view,
    overdue: address['retard'] === 'oui',
    year: readWhole(address['exercice']),
    communeId: address['commune'] || null,
    sector: readOne(address['secteur'], kindsOf(SECTORS)),
    priority: readOne(address['reseau'], Object.keys(PRIORITIES) as PriorityFilter[]),
    amount: readOne(address['montant'], Object.keys(AMOUNTS) as AmountFilter[]),
    state: readOne(address['etat'], ORDER_STATE_NAMES),
    search: address['recherche'] ?? '',
    sort:
      sort === undefined
        ? null
        : { key: sort, direction: address['sens'] === 'croissant' ? 'ascending' : 'descending' },
    page: readWhole(address['page']) ?? 1,
  };
}

/** The address of these filters; what is at its ordinary value is left out (null). */
export function writeFilters(filters: OrderFilters): Address {
  return {
    ...viewQuery(filters.view),
    retard: filters.overdue ? 'oui' : null,
    exercice: filters.year === null ? null : String(filters.year),
    commune: filters.communeId,
    secteur: filters.sector,
    reseau: filters.priority,
    montant: filters.amount,
    etat: filters.state,
    recherche: filters.search || null,
    tri: filters.sort?.key ?? null,
    sens: filters.sort?.direction === 'ascending' ? 'croissant' : null,
    page: filters.page > 1 ? String(filters.page) : null,
  };
}

/** What the API is asked for. */
export function askedOf(filters: OrderFilters): OrdersList$Params {
  const sort = filters.sort ?? viewSort(filters.view);
  // Shown as a length of time, the longest is the oldest date.
  const inverted = sort.key === 'age' && !showsDate(filters.view);
  const ascending = (sort.direction === 'ascending') !== inverted;
  return {
    view: filters.view,
    page: filters.page,
    size: PAGE_SIZE,
    sort: sort.key as Sort,
    direction: ascending ? 'asc' : 'desc',
    ...(filters.overdue ? { overdue: true } : {}),
    ...(filters.year === null ? {} : { year: filters.year }),
    ...(filters.communeId === null ? {} : { communeId: filters.communeId }),
    ...(filters.sector === null ? {} : { sector: filters.sector }),
    ...(filters.priority === null ? {} : { priority: PRIORITIES[filters.priority] }),
    ...(filters.amount === null ? {} : AMOUNTS[filters.amount]),
    ...(filters.state === null ? {} : { state: [filters.state] }),
    ...(filters.search === '' ? {} : { search: filters.search }),
  };
}

/** Work that waits is read oldest first, an archive newest first. */
export function viewSort(view: OrderView): TableSort {
  if (view === 'all' || view === 'done') return { key: 'number', direction: 'descending' };
  if (view === 'drafts') return { key: 'age', direction: 'descending' };
  return view === 'to-do' ? { key: 'planned', direction: 'ascending' } : { key: 'age', direction: 'descending' };
}

/** True when something narrows the view itself. */
export function isNarrowed(filters: OrderFilters): boolean {
  const { year, communeId, sector, priority, amount, state, search } = filters;
  const chosen = [year, communeId, sector, priority, amount, state].some((each) => each !== null);
  return chosen || filters.overdue || search !== '';
}

/** The view as it is, without any filter. */
export function unfiltered(view: OrderView): OrderFilters {
  return readFilters(viewQuery(view), view);
}

export interface FilterChoices {
  readonly years: readonly number[];
  /** Empty where the reader has one commune, or none is known yet. */
  readonly communes: readonly { readonly id: string; readonly name: string }[];
  readonly states: readonly { readonly value: OrderState; readonly label: string }[];
  readonly money: boolean;
  /** The reader sees several schools: where they are and what they are can narrow the list. */
  readonly schools: boolean;
}

const WORDS = {
  priority: [
    { value: 'rep-tous', label: 'REP et REP+' },
    { value: 'rep', label: 'REP' },
    { value: 'rep-plus', label: 'REP+' },
    { value: 'hors-rep', label: 'Hors réseau' },
  ],
  amount: [
    { value: 'moins-300', label: 'Moins de 300 €' },
    { value: '300-1000', label: 'De 300 à 1 000 €' },
    { value: 'plus-1000', label: 'Plus de 1 000 €' },
  ],
} as const;

/** The filters as chips; the `id` of a chip is its name in the address. */
export function filterChips(filters: OrderFilters, choices: FilterChoices): readonly FilterChip[] {
  const chips: (FilterChip | false)[] = [
    (mayBeOverdue(filters.view) || filters.overdue) && {
      id: 'retard',
      label: 'Délai',
      value: filters.overdue ? 'oui' : null,
      options: [{ value: 'oui', label: 'Délai dépassé' }],
    },
    {
      id: 'exercice',
      label: 'Exercice',
      value: filters.year === null ? null : String(filters.year),
      options: choices.years.map((year) => ({ value: String(year), label: `Exercice ${year}` })),
    },
    communeChip(filters.communeId, choices.communes),
    choices.schools && sectorChip(filters.sector),
    choices.schools && { id: 'reseau', label: 'Réseau REP', value: filters.priority, options: WORDS.priority },
    choices.money && { id: 'montant', label: 'Montant', value: filters.amount, options: WORDS.amount },
    choices.states.length > 1 && { id: 'etat', label: 'État', value: filters.state, options: choices.states },
  ];
  return chips.filter((chip) => chip !== false);
}

function readWhole(text: string | null | undefined): number | null {
  return text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
