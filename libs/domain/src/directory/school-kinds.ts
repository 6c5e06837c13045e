import { type Kind, kindRows, kindsWhere } from '../kinds/kinds.js';
import type { Promiser } from '../catalogue/prerequisites.js';
import type { Role } from '../roles/roles.js';
import type { BodyKind } from './body-kinds.js';

/** Which bodies may run a school, and what the one that is not known yet is called: « son organisme de gestion ». */
export interface Runners {
  readonly kinds: readonly BodyKind[];
  readonly word: string;
  /** What an order needs first, provided by such a body. */
  readonly promiser: Promiser;
}

export interface SectorRow {
  /** As it stands alone: « public ». */
  readonly word: string;
  /** Of a school: « publique ». */
  readonly ofSchool: string;
  /** Null: the commune runs its schools, and signs for them. */
  readonly runners: Runners | null;
  /** Whether its schools have a contract with the State to tell. */
  readonly hasStateContract: boolean;
  /** Who names a deputy where a school has no head. */
  readonly vacancyRole: Role;
}

export const SECTORS = kindRows<SectorRow>()({
  public: {
    word: 'public',
    ofSchool: 'publique',
    runners: null,
    hasStateContract: false,
    vacancyRole: 'inspector',
  },
  private: {
    word: 'privé',
    ofSchool: 'privée',
    runners: { kinds: ['ogec', 'diocese'], word: 'son organisme de gestion', promiser: 'private-body' },
    hasStateContract: true,
    vacancyRole: 'private-body-officer',
  },
});
export type SchoolSector = Kind<typeof SECTORS>;

export interface StateContractRow {
  readonly word: string;
  /** Whether the plan equips such a school at all. */
  readonly eligible: boolean;
}

/** A private school's contract with the State. */
export const STATE_CONTRACTS = kindRows<StateContractRow>()({
  association: { word: 'contrat d’association', eligible: true },
  simple: { word: 'contrat simple', eligible: true },
  none: { word: 'hors contrat', eligible: false },
});

/** Null where the question does not arise (public schools, most teaching units) or where the file does not tell. */
export type StateContract = Kind<typeof STATE_CONTRACTS> | null;

/** Contracts under which a school is never equipped. */
export const CONTRACTS_LEFT_OUT = kindsWhere(STATE_CONTRACTS, ({ eligible }) => !eligible);

export function isEligible(contract: StateContract): boolean {
  return contract === null || STATE_CONTRACTS[contract].eligible;
}

export interface SchoolKindRow {
  readonly word: string;
  /** One and many of them, where a list of this kind is counted. */
  readonly counted: readonly [one: string, many: string];
  /** The count says the kind by itself: « 3 unités d’enseignement ». */
  readonly saidByCount: boolean;
  /** Who runs it, where that is not its sector's affair. */
  readonly runners: Runners | null;
  /** Where its sector has contracts, it must tell its own before it may order. */
  readonly contractNeeded: boolean;
}

const SCHOOL = { counted: ['école', 'écoles'], saidByCount: false, runners: null, contractNeeded: true } as const;

/** Nursery (*maternelle*), elementary, both in one (*primaire*), teaching unit for disabled children. */
export const SCHOOL_KINDS = kindRows<SchoolKindRow>()({
  nursery: { word: 'maternelle', ...SCHOOL },
  elementary: { word: 'élémentaire', ...SCHOOL },
  primary: { word: 'primaire', ...SCHOOL },
  'teaching-unit': {
    word: 'unité d’enseignement',
    counted: ['unité d’enseignement', 'unités d’enseignement'],
    saidByCount: true,
    runners: { kinds: ['medico-social'], word: 'son organisme médico-social', promiser: 'medico-social-body' },
    contractNeeded: false,
  },
});
export type SchoolKind = Kind<typeof SCHOOL_KINDS>;

export interface PriorityRow {
  readonly word: string;
  /** Beside a school's other facts, where only a network is worth saying; null: nothing. */
  readonly short: string | null;
  /** After « écoles »: « en REP ». */
  readonly ofSchools: string;
}

export const PRIORITIES = kindRows<PriorityRow>()({
  none: { word: 'hors éducation prioritaire', short: null, ofSchools: 'hors éducation prioritaire' },
  REP: { word: 'REP', short: 'REP', ofSchools: 'en REP' },
  'REP+': { word: 'REP+', short: 'REP+', ofSchools: 'en REP+' },
});
export type PriorityEducation = Kind<typeof PRIORITIES>;

export const SCHOOL_STATES = kindRows<{ readonly word: string }>()({
  open: { word: 'ouverte' },
  closed: { word: 'fermée' },
});
export type SchoolState = Kind<typeof SCHOOL_STATES>;

export interface SchoolOf {
  readonly sector: SchoolSector;
  readonly kind: SchoolKind;
}

/** Which bodies run a school: its kind says it before its sector. Null where the commune does. */
function runnersOf({ sector, kind }: SchoolOf): Runners | null {
  return SCHOOL_KINDS[kind].runners ?? SECTORS[sector].runners;
}

/** Which bodies may run a school; none where a commune does. */
export function bodyKindsFor(school: SchoolOf): readonly BodyKind[] {
  return runnersOf(school)?.kinds ?? [];
}

/** Who provides what an order needs first: who runs the school. */
export function promiserFor(school: SchoolOf): Promiser {
  return runnersOf(school)?.promiser ?? 'commune';
}

/** Whether a school must tell its contract with the State. */
export function needsStateContract({ sector, kind }: SchoolOf): boolean {
  return SECTORS[sector].hasStateContract && SCHOOL_KINDS[kind].contractNeeded;
}
