import type { BodyKind } from '../directory/body-kinds.js';
import { type Kind, kindRows, kindsOf, kindsWhere } from '../kinds/kinds.js';
import { bodyInSentence, communeInSentence } from '../words/french-names.js';

/** What a partner is to the tables, and what the form of a draft calls it. */
export interface PartnerRow {
  readonly label: string;
  /** Asked for when none is chosen; null: there is nothing to choose. */
  readonly choose: string | null;
  /** Its name, where it has but one. */
  readonly name: string | null;
  /** Which reference of a convention holds it; null: none does. */
  readonly reference: 'communeId' | 'managingBodyId' | null;
}

/** Who may face the metropole. */
export const PARTNERS = kindRows<PartnerRow>()({
  education: {
    label: 'Éducation nationale',
    choose: null,
    name: 'Éducation nationale',
    reference: null,
  },
  commune: {
    label: 'Commune',
    choose: 'Choisissez la commune.',
    name: null,
    reference: 'communeId',
  },
  'managing-body': {
    label: 'Organisme',
    choose: 'Choisissez l’organisme.',
    name: null,
    reference: 'managingBodyId',
  },
});
export type Partner = Kind<typeof PARTNERS>;

/** Who bears running costs, where a convention says it. */
export const RUNNING_COSTS = kindRows<{ readonly word: string }>()({
  metropole: { word: 'La métropole' },
  partner: { word: 'L’autre partie' },
  shared: { word: 'Partagés entre les parties' },
});
export type RunningCosts = Kind<typeof RUNNING_COSTS>;

export interface ConventionKindRow {
  readonly word: string;
  readonly partner: Partner;
  /** Kinds of managing body that sign it. */
  readonly bodies: readonly BodyKind[];
  /** Whose vote decides, as its act is headed. */
  readonly council: string;
  /** A public act becomes executory by formalities; a private body's decision is none. */
  readonly publicAct: boolean;
  /** The schools it lists may order while it is in force. */
  readonly opensOrders: boolean;
  /** It is not sent before it lists a school. */
  readonly needsSites: boolean;
  /** What it says of its own, as usual: its law, and who bears running costs. Null: it rests on the plan itself. */
  readonly terms: { readonly legalBasis: string; readonly runningCosts: RunningCosts } | null;
  /** The title proposed for a partner; a person may write another. */
  readonly title: (partnerName: string) => string;
  /** The partner inside a sentence. */
  readonly inSentence: (partnerName: string) => string;
}

const OF_A_BODY = {
  partner: 'managing-body',
  council: 'Conseil d’administration',
  publicAct: false,
  opensOrders: true,
  needsSites: true,
  title: (partnerName) => `Convention avec ${partnerName}`,
  inSentence: bodyInSentence,
} as const satisfies Partial<ConventionKindRow>;

/** Kinds of convention (rules.md 9). */
export const CONVENTION_KINDS = kindRows<ConventionKindRow>()({
  // It binds the metropole and Éducation nationale: it may list no school, and opens none.
  framework: {
    word: 'Convention-cadre',
    partner: 'education',
    bodies: [],
    council: 'Conseil métropolitain',
    publicAct: true,
    opensOrders: false,
    needsSites: false,
    terms: null,
    title: () => 'Convention-cadre entre la métropole et l’Éducation nationale',
    inSentence: (partnerName) => `l’${partnerName}`,
  },
  commune: {
    word: 'Commune',
    partner: 'commune',
    bodies: [],
    council: 'Conseil municipal',
    publicAct: true,
    opensOrders: true,
    needsSites: true,
    terms: null,
    title: (partnerName) => `Convention de partenariat avec ${partnerName}`,
    inSentence: communeInSentence,
  },
  'private-body': {
    ...OF_A_BODY,
    word: 'Organisme privé',
    bodies: ['ogec', 'diocese'],
    terms: { legalBasis: 'Code de l’éducation, articles L442-13-1 et L442-16', runningCosts: 'partner' },
  },
  'medico-social-body': {
    ...OF_A_BODY,
    word: 'Organisme médico-social',
    bodies: ['medico-social'],
    terms: { legalBasis: 'Code de l’éducation, articles D351-17 à D351-20', runningCosts: 'shared' },
  },
});
export type ConventionKind = Kind<typeof CONVENTION_KINDS>;

/** Kinds that let no school order, though they list some. */
export const KINDS_OPENING_NOTHING = kindsWhere(CONVENTION_KINDS, ({ opensOrders }) => !opensOrders);

/** What is drafted as long as nothing else was chosen. */
export const USUAL_CONVENTION: ConventionKind = 'commune';

/** Kinds with a partner to choose. */
export const KINDS_WITH_PARTNER = kindsWhere(CONVENTION_KINDS, ({ partner }) => PARTNERS[partner].reference !== null);

/** The references of a convention of this kind: one holds the partner, the others nothing. */
export function partnerReferences(kind: ConventionKind, id: string | null) {
  const { reference } = PARTNERS[CONVENTION_KINDS[kind].partner];
  return { communeId: null, managingBodyId: null, ...(reference === null ? {} : { [reference]: id }) } as Record<
    'communeId' | 'managingBodyId',
    string | null
  >;
}

/** The convention that a body of this kind signs. */
export function conventionKindOfBody(body: BodyKind): ConventionKind {
  return kindsOf(CONVENTION_KINDS).find((kind) => CONVENTION_KINDS[kind].bodies.includes(body))!;
}
