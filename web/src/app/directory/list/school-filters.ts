import type { SchoolListItem, SchoolsList$Params } from '@parc/api-client';
import {
  type Role,
  schoolFields,
  kindWords,
  PRIORITIES,
  SCHOOL_KINDS,
  SCHOOL_STATES,
  SECTORS,
  capital,
  SCOPE_OF_ROLE,
  type ScopeKind,
} from '@parc/domain';
import { countedRows, type FilterChip, type TableColumn, type TableSort } from '@parc/ui';
import { type AddressWords, askedSort, readPage, readSort } from '../../shell/lists/list-address';
import { PAGE_SIZE } from '../../shell/lists/list-reading';
import { contractWords } from '../school-words';

type Asked<Name extends keyof SchoolsList$Params> = NonNullable<SchoolsList$Params[Name]>;

export interface SchoolFilters {
  readonly search: string;
  readonly communeId: string | null;
  readonly sector: Asked<'sector'> | null;
  readonly kind: Asked<'kind'> | null;
  readonly priority: Asked<'priority'> | null;
  readonly state: Asked<'state'> | null;
  readonly sort: TableSort;
  /** The first is 1. */
  readonly page: number;
}

/** A commune to choose, with how many schools the reader reaches there. */
export interface CommuneChoice {
  readonly id: string;
  readonly name: string;
  readonly schools: number;
}

const SECTOR_WORDS = kindWords(SECTORS, ({ ofSchool }) => ofSchool);

/** Values as the address says them. */
const SECTOR_SLUGS: Record<Asked<'sector'>, string> = { public: 'public', private: 'prive' };
const KIND_SLUGS: Record<Asked<'kind'>, string> = {
  nursery: 'maternelle',
  elementary: 'elementaire',
  primary: 'primaire',
  'teaching-unit': 'unite',
};
const PRIORITY_SLUGS: Record<Asked<'priority'>, string> = { REP: 'rep', 'REP+': 'rep-plus', none: 'hors-rep' };
const STATE_SLUGS: Record<Asked<'state'>, string> = { open: 'ouverte', closed: 'fermee' };

const SORTS: readonly Asked<'sort'>[] = ['name', 'commune', 'uai', 'pupils', 'classes'];
const FIRST_SORT: TableSort = { key: 'name', direction: 'ascending' };

/** A commune follows its public schools, a body the private ones it runs: nothing to choose from. */
const ONE_SECTOR_SCOPES: readonly ScopeKind[] = ['commune', 'managing-body'];

export function readSchoolFilters(words: AddressWords): SchoolFilters {
  return {
    search: words['recherche'] ?? '',
    communeId: words['commune'] || null,
    sector: ofSlug(SECTOR_SLUGS, words['secteur']),
    kind: ofSlug(KIND_SLUGS, words['type']),
    priority: ofSlug(PRIORITY_SLUGS, words['reseau']),
    state: ofSlug(STATE_SLUGS, words['etat']),
    sort: readSort(words, SORTS, FIRST_SORT),
    page: readPage(words['page']),
  };
}

export function askedSchools(filters: SchoolFilters): SchoolsList$Params {
  const { search, communeId, sector, kind, priority, state, sort, page } = filters;
  return {
    page,
    size: PAGE_SIZE,
    ...askedSort<Asked<'sort'>>(sort),
    ...(search === '' ? {} : { search }),
    ...(communeId === null ? {} : { communeId }),
    ...(sector === null ? {} : { sector }),
    ...(kind === null ? {} : { kind }),
    ...(priority === null ? {} : { priority }),
    ...(state === null ? {} : { state }),
  };
}

/** What narrows the list, taken away. */
export const NO_SCHOOL_FILTER = {
  recherche: null,
  commune: null,
  secteur: null,
  type: null,
  reseau: null,
  etat: null,
  page: null,
} as const;

export function isSchoolNarrowed({ search, communeId, sector, kind, priority, state }: SchoolFilters): boolean {
  return search !== '' || [communeId, sector, kind, priority, state].some((each) => each !== null);
}

/** The `id` of a chip is its name in the address. */
export function schoolChips(
  filters: SchoolFilters,
  role: Role | null,
  communes: readonly CommuneChoice[],
): readonly FilterChip[] {
  const { communeId, sector, kind, priority, state } = filters;
  const chips: (FilterChip | false)[] = [
    communes.length > 1 && {
      id: 'commune',
      label: 'Commune',
      value: communeId,
      options: communes.map(({ id, name, schools }) => ({ value: id, label: `${name} (${schools})` })),
    },
    role !== null &&
      !ONE_SECTOR_SCOPES.includes(SCOPE_OF_ROLE[role]) &&
      chip('secteur', 'Secteur', sector, SECTOR_SLUGS, SECTOR_WORDS),
    chip('type', 'Type', kind, KIND_SLUGS, kindWords(SCHOOL_KINDS)),
    chip('reseau', 'Éducation prioritaire', priority, PRIORITY_SLUGS, kindWords(PRIORITIES)),
    chip('etat', 'État', state, STATE_SLUGS, kindWords(SCHOOL_STATES)),
  ];
  return chips.filter((each) => each !== false);
}

/** "12 écoles maternelles publiques en REP, Firminy", "Aucune école ne porte ce nom". */
export function schoolsTitle(filters: SchoolFilters, total: number, communes: readonly CommuneChoice[]): string {
  if (total === 0) return isSchoolNarrowed(filters) ? 'Aucune école ne correspond' : 'Aucune école';
  const { communeId, sector, kind, priority, state, search } = filters;
  const adjectives = [
    kind === null || SCHOOL_KINDS[kind].saidByCount ? null : SCHOOL_KINDS[kind].word,
    sector === null ? null : SECTOR_WORDS[sector],
    state === null ? null : SCHOOL_STATES[state].word,
  ].filter((word) => word !== null);
  const [one, many] = kind === null ? ['école', 'écoles'] : SCHOOL_KINDS[kind].counted;
  const plural = adjectives.map((word) => `${word}s`);
  const network = priority === null ? '' : ` ${PRIORITIES[priority].ofSchools}`;
  const commune = communes.find(({ id }) => id === communeId);
  return [
    countedRows(total, [one, ...adjectives].join(' '), [many, ...plural].join(' ')),
    network,
    commune === undefined ? '' : `, ${commune.name}`,
    search === '' ? '' : ` pour « ${search} »`,
  ].join('');
}

export function schoolColumns(role: Role | null): readonly TableColumn<SchoolListItem>[] {
  const figures = role !== null && schoolFields(role, false).figures;
  const number = (value: number | null): string => (value === null ? '–' : String(value));
  const columns: (TableColumn<SchoolListItem> | false)[] = [
    { key: 'name', label: 'École', sortable: true, width: '36%', card: 'title' },
    { key: 'commune', label: 'Commune', sortable: true },
    { key: 'sector', label: 'Secteur', text: (row) => capital(contractWords(row)) },
    {
      key: 'priority',
      label: 'Réseau',
      card: 'hidden',
      text: ({ priority }) => PRIORITIES[priority].short ?? '–',
    },
    figures && { key: 'pupils', label: 'Élèves', align: 'end', sortable: true, text: ({ pupils }) => number(pupils) },
    figures && {
      key: 'classes',
      label: 'Classes',
      align: 'end',
      sortable: true,
      card: 'hidden',
      text: ({ classes }) => number(classes),
    },
    { key: 'state', label: 'État', card: 'beside' },
  ];
  return columns.filter((column) => column !== false);
}

function ofSlug<Value extends string>(slugs: Record<Value, string>, text: string | undefined): Value | null {
  const found = Object.entries<string>(slugs).find(([, slug]) => slug === text);
  return found === undefined ? null : (found[0] as Value);
}

/** The chip speaks the address's words, so that choosing one writes them. */
function chip<Value extends string>(
  id: string,
  label: string,
  value: Value | null,
  slugs: Record<Value, string>,
  words: Readonly<Record<Value, string>>,
): FilterChip {
  const values = Object.keys(slugs) as Value[];
  return {
    id,
    label,
    value: value === null ? null : slugs[value],
    options: values.map((each) => ({ value: slugs[each], label: capital(words[each]) })),
  };
}
