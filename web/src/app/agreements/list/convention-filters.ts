import type { ConventionCounts, ConventionsList$Params } from '@parc/api-client';
import {
  CONVENTION_KINDS,
  CONVENTION_STATES,
  CONVENTION_STATE_NAMES,
  type ConventionKind,
  type ConventionState,
  kindChoices,
  kindsOf,
  SECTORS,
  type SchoolSector,
  CONVENTIONS_IN_FORCE,
  CONVENTIONS_OVER,
  CONVENTIONS_TO_CONCLUDE,
} from '@parc/domain';
import { countedRows, type FilterChip, type SavedView, type TableSort } from '@parc/ui';
import { type AddressWords, askedSort, readOne, readPage, readSort } from '../../shell/lists/list-address';
import { communeChip, sectorChip } from '../../shell/lists/list-chips';
import { PAGE_SIZE } from '../../shell/lists/list-reading';

type Sort = NonNullable<ConventionsList$Params['sort']>;

/** Views of the room: of conventions by where they stand, and the schools that none covers. */
const CONVENTION_VIEWS = ['all', 'to-conclude', 'in-force', 'near-term', 'over', 'blocked'] as const;
type ConventionView = (typeof CONVENTION_VIEWS)[number];

export const VIEW_SLUGS: Record<ConventionView, string> = {
  all: 'toutes',
  'to-conclude': 'a-conclure',
  'in-force': 'en-vigueur',
  'near-term': 'pres-du-terme',
  over: 'passees',
  blocked: 'ecoles-bloquees',
};

const VIEW_TABS: Record<ConventionView, string> = {
  all: 'Toutes',
  'to-conclude': 'À conclure',
  'in-force': 'En vigueur',
  'near-term': 'Près du terme',
  over: 'Passées',
  blocked: 'Écoles bloquées',
};

/** Views that hold some states only. */
const VIEW_STATES: Partial<Record<ConventionView, readonly ConventionState[]>> = {
  'to-conclude': CONVENTIONS_TO_CONCLUDE,
  'in-force': CONVENTIONS_IN_FORCE,
  over: CONVENTIONS_OVER,
};

const VIEW_TITLES: Record<Exclude<ConventionView, 'blocked'>, readonly [one: string, many: string]> = {
  all: ['convention', 'conventions'],
  'to-conclude': ['convention à conclure', 'conventions à conclure'],
  'in-force': ['convention en vigueur', 'conventions en vigueur'],
  'near-term': ['convention près de son terme', 'conventions près de leur terme'],
  over: ['convention passée', 'conventions passées'],
};

export interface ConventionFilters {
  readonly view: ConventionView;
  readonly state: ConventionState | null;
  readonly kind: ConventionKind | null;
  readonly communeId: string | null;
  readonly sector: SchoolSector | null;
  readonly search: string;
  readonly sort: TableSort;
  readonly page: number;
}

const SORTS: readonly Sort[] = ['party', 'number', 'state', 'term'];
const FIRST_SORT: TableSort = { key: 'party', direction: 'ascending' };
/** Who ends first is read first. */
const TERM_SORT: TableSort = { key: 'term', direction: 'ascending' };

export function readConventionFilters(words: AddressWords): ConventionFilters {
  const view = CONVENTION_VIEWS.find((each) => VIEW_SLUGS[each] === words['vue']) ?? 'all';
  return {
    view,
    state: readOne(words['etat'], statesOf(view)),
    kind: readOne(words['type'], kindsOf(CONVENTION_KINDS)),
    communeId: words['commune'] || null,
    sector: readOne(words['secteur'], kindsOf(SECTORS)),
    search: words['recherche'] ?? '',
    sort: readSort(words, SORTS, view === 'near-term' ? TERM_SORT : FIRST_SORT),
    page: readPage(words['page']),
  };
}

function statesOf(view: ConventionView): readonly ConventionState[] {
  return VIEW_STATES[view] ?? CONVENTION_STATE_NAMES;
}

export function askedConventions(filters: ConventionFilters): ConventionsList$Params {
  const { view, state, kind, communeId, search, sort, page } = filters;
  const states = state === null ? VIEW_STATES[view] : [state];
  return {
    page,
    size: PAGE_SIZE,
    ...askedSort<Sort>(sort),
    ...(states === undefined ? {} : { state: [...states] }),
    ...(view === 'near-term' ? { nearTerm: true } : {}),
    ...(kind === null ? {} : { kind: [kind] }),
    ...(communeId === null ? {} : { communeId }),
    ...(search === '' ? {} : { search }),
  };
}

/** What narrows a view, taken away. */
export const NO_CONVENTION_FILTER = {
  etat: null,
  type: null,
  commune: null,
  secteur: null,
  recherche: null,
  page: null,
} as const;

export function isConventionNarrowed({ state, kind, communeId, sector, search }: ConventionFilters): boolean {
  return [state, kind, communeId, sector].some((each) => each !== null) || search !== '';
}

/** @param communes empty where the reader has one, or none is known yet */
export function conventionChips(
  filters: ConventionFilters,
  communes: readonly { id: string; name: string }[],
): readonly FilterChip[] {
  const commune = communeChip(filters.communeId, communes);
  const chips: (FilterChip | false)[] =
    filters.view === 'blocked'
      ? [sectorChip(filters.sector), commune]
      : [
          {
            id: 'type',
            label: 'Type',
            value: filters.kind,
            options: kindChoices(CONVENTION_KINDS),
          },
          commune,
          statesOf(filters.view).length > 1 && {
            id: 'etat',
            label: 'État',
            value: filters.state,
            options: statesOf(filters.view).map((value) => ({ value, label: CONVENTION_STATES[value].word })),
          },
        ];
  return chips.filter((chip) => chip !== false);
}

/** The tabs with their counts; a view that holds nothing and is not open is left out, but the first. */
export function conventionTabs(counts: ConventionCounts, open: ConventionView): readonly SavedView[] {
  const sum = (states: readonly ConventionState[]): number =>
    counts.states.filter(({ state }) => states.includes(state)).reduce((total, { count }) => total + count, 0);
  const of: Record<ConventionView, number> = {
    all: sum(CONVENTION_STATE_NAMES),
    'to-conclude': sum(statesOf('to-conclude')),
    'in-force': sum(statesOf('in-force')),
    'near-term': counts.nearTermCount,
    over: sum(statesOf('over')),
    blocked: counts.blockedSchoolCount,
  };
  return CONVENTION_VIEWS.filter((view) => view === 'all' || view === open || of[view] > 0).map((view) => ({
    id: VIEW_SLUGS[view],
    label: VIEW_TABS[view],
    count: of[view],
  }));
}

/** "100 conventions en vigueur", "Aucune convention à conclure", "5 écoles ne peuvent pas commander". */
export function conventionsTitle({ view, search, communeId, sector }: ConventionFilters, total: number): string {
  if (view === 'blocked') {
    if (total > 0) return `${countedRows(total, 'école')} ${total < 2 ? 'ne peut' : 'ne peuvent'} pas commander`;
    const narrowed = search !== '' || communeId !== null || sector !== null;
    return narrowed ? 'Aucune école bloquée' : 'Toutes les écoles peuvent commander';
  }
  const [one, many] = VIEW_TITLES[view];
  return total === 0 ? `Aucune ${one}` : countedRows(total, one, many);
}
