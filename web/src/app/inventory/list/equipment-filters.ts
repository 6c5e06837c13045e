import type { EquipmentList$Params, CommuneAnswer } from '@parc/api-client';
import {
  codeScanned,
  EQUIPMENT_STATE_NAMES,
  EQUIPMENT_STATES,
  equipmentFields,
  kindChoices,
  kindsOf,
  SECTORS,
  type EquipmentState,
  type Role,
  type SchoolSector,
} from '@parc/domain';
import { counted, countedRows, type FilterChip, type TableSort } from '@parc/ui';
import { type AddressWords, askedSort, readOne, readPage, readSort } from '../../shell/lists/list-address';
import { PAGE_SIZE } from '../../shell/lists/list-reading';

type Sort = NonNullable<EquipmentList$Params['sort']>;

interface EquipmentFilters {
  /** The tab; null: every state. */
  readonly state: EquipmentState | null;
  readonly communeId: string | null;
  readonly sector: SchoolSector | null;
  readonly stockPlaceId: string | null;
  /** One school, one room: from a link, not from a chip. */
  readonly schoolId: string | null;
  readonly roomId: string | null;
  /** One delivery's devices: from a link too. */
  readonly deliveryId: string | null;
  readonly search: string;
  readonly sort: TableSort;
  readonly page: number;
}

const SORTS: readonly Sort[] = ['tag', 'since', 'purchased', 'warranty', 'seen'];
const FIRST_SORT: TableSort = { key: 'tag', direction: 'ascending' };

/** States as the address says them. */
export const STATE_SLUGS: Record<EquipmentState, string> = {
  ordered: 'commandes',
  'in-stock': 'en-stock',
  'awaiting-training': 'a-former',
  'in-service': 'en-service',
  'on-loan': 'en-pret',
  'under-repair': 'en-reparation',
  lost: 'perdus',
  stolen: 'voles',
  retired: 'retires',
  disposed: 'sortis',
};

const STATE_TITLES: Record<EquipmentState, readonly [one: string, many: string]> = {
  ordered: ['appareil commandé', 'appareils commandés'],
  'in-stock': ['appareil en stock', 'appareils en stock'],
  'awaiting-training': ['appareil attend une formation', 'appareils attendent une formation'],
  'in-service': ['appareil en service', 'appareils en service'],
  'on-loan': ['appareil en prêt', 'appareils en prêt'],
  'under-repair': ['appareil en réparation', 'appareils en réparation'],
  lost: ['appareil perdu', 'appareils perdus'],
  stolen: ['appareil volé', 'appareils volés'],
  retired: ['appareil retiré', 'appareils retirés'],
  disposed: ['appareil sorti du parc', 'appareils sortis du parc'],
};

export const STATE_TABS: Record<EquipmentState, string> = {
  ...(Object.fromEntries(EQUIPMENT_STATE_NAMES.map((state) => [state, EQUIPMENT_STATES[state].word])) as Record<
    EquipmentState,
    string
  >),
  'awaiting-training': 'À former',
  lost: 'Perdus',
  stolen: 'Volés',
  retired: 'Retirés',
};

export function readEquipmentFilters(words: AddressWords): EquipmentFilters {
  return {
    state: EQUIPMENT_STATE_NAMES.find((state) => STATE_SLUGS[state] === words['etat']) ?? null,
    communeId: words['commune'] || null,
    sector: readOne(words['secteur'], kindsOf(SECTORS)),
    stockPlaceId: words['stock'] || null,
    schoolId: words['ecole'] || null,
    roomId: words['salle'] || null,
    deliveryId: words['livraison'] || null,
    search: words['recherche'] ?? '',
    sort: readSort(words, SORTS, FIRST_SORT),
    page: readPage(words['page']),
  };
}

export function askedEquipment(filters: EquipmentFilters): EquipmentList$Params {
  const { state, communeId, sector, stockPlaceId, schoolId, roomId, deliveryId, search, sort, page } = filters;
  return {
    page,
    size: PAGE_SIZE,
    ...askedSort<Sort>(sort),
    ...(state === null ? {} : { state: [state] }),
    ...(communeId === null ? {} : { communeId }),
    ...(sector === null ? {} : { sector }),
    ...(stockPlaceId === null ? {} : { stockPlaceId }),
    ...(schoolId === null ? {} : { schoolId }),
    ...(roomId === null ? {} : { roomId }),
    ...(deliveryId === null ? {} : { deliveryId }),
    // A reader writes the whole address of a label.
    ...(search === '' ? {} : { search: codeScanned(search) ?? search }),
  };
}

/** What narrows a tab, taken away. */
export const NO_EQUIPMENT_FILTER = {
  commune: null,
  secteur: null,
  stock: null,
  ecole: null,
  salle: null,
  livraison: null,
  recherche: null,
  page: null,
} as const;

/** The words of the address that an own view keeps, in one order: all but the page. */
export function bareEquipmentAddress(words: AddressWords): AddressWords {
  const kept = ['etat', ...Object.keys(NO_EQUIPMENT_FILTER), 'tri', 'sens'].filter((name) => name !== 'page');
  return Object.fromEntries(kept.flatMap((name) => (words[name] ? [[name, words[name]]] : [])));
}

export function isEquipmentNarrowed(filters: EquipmentFilters): boolean {
  const { communeId, sector, stockPlaceId, schoolId, roomId, deliveryId, search } = filters;
  return [communeId, sector, stockPlaceId, schoolId, roomId, deliveryId].some((each) => each !== null) || search !== '';
}

/** The `id` of a chip is its name in the address; a chip stands where there is something to choose. */
export function equipmentChips(
  filters: EquipmentFilters,
  communes: readonly Pick<CommuneAnswer, 'id' | 'name'>[],
  stockPlaces: readonly { id: string; name: string }[],
): readonly FilterChip[] {
  const named = (each: { id: string; name: string }) => ({ value: each.id, label: each.name });
  const chips: (FilterChip | false)[] = [
    communes.length > 1 && { id: 'commune', label: 'Commune', value: filters.communeId, options: communes.map(named) },
    communes.length > 1 && { id: 'secteur', label: 'Secteur', value: filters.sector, options: kindChoices(SECTORS) },
    stockPlaces.length > 0 && {
      id: 'stock',
      label: 'Lieu de stock',
      value: filters.stockPlaceId,
      options: stockPlaces.map(named),
    },
  ];
  return chips.filter((chip) => chip !== false);
}

/** "8 appareils en stock", "Aucun appareil", "725 appareils". */
export function equipmentTitle({ state }: EquipmentFilters, total: number, exact = false): string {
  const [one, many] = state === null ? ['appareil', 'appareils'] : STATE_TITLES[state];
  if (total === 0) return `Aucun ${one}`;
  return exact ? counted(total, one, many) : countedRows(total, one, many);
}

/** Roles that read no price have no column of them. */
export function readsEquipmentPrices(role: Role | null): boolean {
  return role !== null && equipmentFields(role).prices;
}
