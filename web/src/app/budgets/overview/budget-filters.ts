import type { BudgetsList$Params, BudgetsTotals$Params, CommuneAnswer } from '@parc/api-client';
import type { EnvelopeKind } from '@parc/domain';
import type { FilterChip, TableSort } from '@parc/ui';
import { type Address, readEnvelope, readPage } from '../envelope-address';

/** What the list of budgets is narrowed by; everything stands in the address. */
export interface BudgetFilters {
  readonly year: number;
  readonly kind: EnvelopeKind;
  readonly search: string;
  readonly communeId: string | null;
  readonly sector: 'public' | 'private' | null;
  readonly sort: TableSort;
  /** The first is 1. */
  readonly page: number;
}

type Sort = NonNullable<BudgetsList$Params['sort']>;

export const PAGE_SIZE = 50;

const SORTS: readonly Sort[] = ['school', 'commune', 'opened', 'available', 'reserved', 'committed', 'spent', 'used'];
const SECTORS = ['public', 'private'] as const;
const FIRST_SORT: TableSort = { key: 'school', direction: 'ascending' };

export function readFilters(address: Address, thisYear: number): BudgetFilters {
  const key = SORTS.find((sort) => sort === address['tri']);
  return {
    ...readEnvelope(address, thisYear),
    search: address['recherche'] ?? '',
    communeId: address['commune'] || null,
    sector: SECTORS.find((sector) => sector === address['secteur']) ?? null,
    sort:
      key === undefined
        ? FIRST_SORT
        : { key, direction: address['sens'] === 'decroissant' ? 'descending' : 'ascending' },
    page: readPage(address['page']),
  };
}

/** The words of a sort; the first page shows its head. */
export function writeSort(sort: TableSort): Record<string, string | null> {
  const first = sort.key === FIRST_SORT.key && sort.direction === FIRST_SORT.direction;
  return {
    tri: first ? null : sort.key,
    sens: sort.direction === 'descending' ? 'decroissant' : null,
    page: null,
  };
}

export function totalsAsked({ year, kind, search, communeId, sector }: BudgetFilters): BudgetsTotals$Params {
  return {
    year,
    kind,
    ...(search === '' ? {} : { search }),
    ...(communeId === null ? {} : { communeId }),
    ...(sector === null ? {} : { sector }),
  };
}

export function listAsked(filters: BudgetFilters): BudgetsList$Params {
  return {
    ...totalsAsked(filters),
    page: filters.page,
    size: PAGE_SIZE,
    sort: filters.sort.key as Sort,
    direction: filters.sort.direction === 'ascending' ? 'asc' : 'desc',
  };
}

export function isNarrowed({ search, communeId, sector }: BudgetFilters): boolean {
  return search !== '' || communeId !== null || sector !== null;
}

/** Chips whose `id` is their name in the address; a reader of one commune or sector is offered no choice of it. */
export function filterChips(
  filters: BudgetFilters,
  communes: readonly CommuneAnswer[],
  bothSectors: boolean,
): readonly FilterChip[] {
  const chips: (FilterChip | false)[] = [
    communes.length > 1 && {
      id: 'commune',
      label: 'Commune',
      value: filters.communeId,
      options: communes.map(({ id, name }) => ({ value: id, label: name })),
    },
    bothSectors && {
      id: 'secteur',
      label: 'Secteur',
      value: filters.sector,
      options: [
        { value: 'public', label: 'Public' },
        { value: 'private', label: 'Privé' },
      ],
    },
  ];
  return chips.filter((chip) => chip !== false);
}
