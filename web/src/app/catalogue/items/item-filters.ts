import type { ItemsList$Params } from '@parc/api-client';
import {
  ITEM_CATEGORIES,
  ITEM_KINDS,
  ITEM_STATE_NAMES,
  type ItemCategory,
  itemFields,
  type ItemKind,
  type ItemState,
  reachOf,
  type Role,
  kindChoices,
  kindsOf,
  PERFORMERS,
} from '@parc/domain';
import { countedRows, type FilterChip, type TableSort } from '@parc/ui';
import { type AddressWords, askedSort, readOne, readPage, readSort } from '../../shell/lists/list-address';
import { PAGE_SIZE } from '../../shell/lists/list-reading';

type Sort = NonNullable<ItemsList$Params['sort']>;
type Performer = NonNullable<ItemsList$Params['performer']>;

interface ItemFilters {
  /** The tab; null: every state the reader reaches. */
  readonly state: ItemState | null;
  readonly category: ItemCategory | null;
  readonly kind: ItemKind | null;
  readonly performer: Performer | null;
  readonly contractId: string | null;
  readonly search: string;
  readonly sort: TableSort;
  readonly page: number;
}

const SORTS: readonly Sort[] = ['name', 'reference', 'category', 'state', 'price'];
const FIRST_SORT: TableSort = { key: 'name', direction: 'ascending' };

/** States as the address says them. */
export const STATE_SLUGS: Record<ItemState, string> = {
  proposed: 'proposes',
  'under-review': 'a-l-examen',
  validated: 'valides',
  rejected: 'refuses',
  withdrawn: 'retires',
};

const STATE_TITLES: Record<ItemState, readonly [one: string, many: string]> = {
  proposed: ['article proposé', 'articles proposés'],
  'under-review': ['article à l’examen', 'articles à l’examen'],
  validated: ['article validé', 'articles validés'],
  rejected: ['article refusé', 'articles refusés'],
  withdrawn: ['article retiré', 'articles retirés'],
};

export const STATE_TABS: Record<ItemState, string> = {
  proposed: 'Proposés',
  'under-review': 'À l’examen',
  validated: 'Validés',
  rejected: 'Refusés',
  withdrawn: 'Retirés',
};

export function readItemFilters(words: AddressWords): ItemFilters {
  return {
    state: ITEM_STATE_NAMES.find((state) => STATE_SLUGS[state] === words['etat']) ?? null,
    category: readOne(words['categorie'], kindsOf(ITEM_CATEGORIES)),
    kind: readOne(words['nature'], kindsOf(ITEM_KINDS)),
    performer: readOne(words['realisation'], kindsOf(PERFORMERS)),
    contractId: words['marche'] || null,
    search: words['recherche'] ?? '',
    sort: readSort(words, SORTS, FIRST_SORT),
    page: readPage(words['page']),
  };
}

export function askedItems(filters: ItemFilters): ItemsList$Params {
  const { state, category, kind, performer, contractId, search, sort, page } = filters;
  return {
    page,
    size: PAGE_SIZE,
    ...askedSort<Sort>(sort),
    ...(state === null ? {} : { state: [state] }),
    ...(category === null ? {} : { category }),
    ...(kind === null ? {} : { kind }),
    ...(performer === null ? {} : { performer }),
    ...(contractId === null ? {} : { contractId }),
    ...(search === '' ? {} : { search }),
  };
}

/** What narrows a tab, taken away. */
export const NO_ITEM_FILTER = {
  categorie: null,
  nature: null,
  realisation: null,
  marche: null,
  recherche: null,
  page: null,
} as const;

export function isItemNarrowed({ category, kind, performer, contractId, search }: ItemFilters): boolean {
  return [category, kind, performer, contractId].some((each) => each !== null) || search !== '';
}

/** The `id` of a chip is its name in the address. */
export function itemChips(
  filters: ItemFilters,
  role: Role | null,
  contracts: readonly { id: string; number: string; title: string }[],
): readonly FilterChip[] {
  const chips: (FilterChip | false)[] = [
    {
      id: 'categorie',
      label: 'Catégorie',
      value: filters.category,
      options: kindChoices(ITEM_CATEGORIES),
    },
    {
      id: 'nature',
      label: 'Nature',
      value: filters.kind,
      options: kindChoices(ITEM_KINDS),
    },
    !readsItsWorkAlone(role) && {
      id: 'realisation',
      label: 'Réalisation',
      value: filters.performer,
      options: kindChoices(PERFORMERS),
    },
    contracts.length > 0 && {
      id: 'marche',
      label: 'Marché',
      value: filters.contractId,
      options: contracts.map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` })),
    },
  ];
  return chips.filter((chip) => chip !== false);
}

/** "47 articles validés", "Aucun article proposé", "55 articles au catalogue". */
export function itemsTitle({ state }: ItemFilters, total: number): string {
  const [one, many] = state === null ? ['article au catalogue', 'articles au catalogue'] : STATE_TITLES[state];
  return total === 0 ? `Aucun ${one}` : countedRows(total, one, many);
}

/** Roles that read no price have no column of them. */
export function readsPrices(role: Role | null): boolean {
  return role !== null && itemFields(role).prices;
}

/** A firm reads the lines of its contract: all of one kind of performer. */
function readsItsWorkAlone(role: Role | null): boolean {
  return role !== null && reachOf('catalogue.read', role) === 'work';
}
