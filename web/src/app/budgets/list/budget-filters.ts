import type { BudgetsList$Params, BudgetsTotals$Params, CommuneAnswer } from '@parc/api-client';
import { type EnvelopeKind, kindsOf, SECTORS, type SchoolSector } from '@parc/domain';
import type { FilterChip, TableSort } from '@parc/ui';
import { type AddressWords, askedSort, readOne, readPage, readSort } from '../../shell/lists/list-address';
import { communeChip, sectorChip } from '../../shell/lists/list-chips';
import { PAGE_SIZE } from '../../shell/lists/list-reading';
import { readEnvelope } from '../envelope-address';

/** What the list of budgets is narrowed by; everything stands in the address. */
export interface BudgetFilters {
  readonly year: number;
  readonly kind: EnvelopeKind;
  readonly search: string;
  readonly communeId: string | null;
  readonly sector: SchoolSector | null;
  readonly sort: TableSort;
  /** The first is 1. */
  readonly page: number;
}

type Sort = NonNullable<BudgetsList$Params['sort']>;

const SORTS: readonly Sort[] = ['school', 'commune', 'opened', 'available', 'reserved', 'committed', 'spent', 'used'];
const FIRST_SORT: TableSort = { key: 'school', direction: 'ascending' };

export function readFilters(address: AddressWords, thisYear: number): BudgetFilters {
  return {
    ...readEnvelope(address, thisYear),
    search: address['recherche'] ?? '',
    communeId: address['commune'] || null,
    sector: readOne(address['secteur'], kindsOf(SECTORS)),
    sort: readSort(address, SORTS, FIRST_SORT),
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
    ...askedSort<Sort>(filters.sort),
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
    communeChip(filters.communeId, communes),
    bothSectors && sectorChip(filters.sector),
  ];
  return chips.filter((chip) => chip !== false);
}
