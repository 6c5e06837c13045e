import { type Kind, kindRows, kindsOf, kindsWhere } from '../kinds/kinds.js';

/** When a plan has its devices checked. */
export const PLAN_RULES = kindRows<{ readonly word: string }>()({
  term: { word: 'À chaque rentrée de période' },
  'in-service': { word: 'Tous les tant de mois en service' },
  yearly: { word: 'Une date fixe chaque année' },
  once: { word: 'Une seule fois : une campagne' },
});
export type PlanRule = Kind<typeof PLAN_RULES>;
export const PLAN_RULE_NAMES = kindsOf(PLAN_RULES);
/** Its checks are all made with it. */
export const RULE_ONCE = 'once' satisfies PlanRule;
/** Each device has its own time. */
export const RULE_IN_SERVICE = 'in-service' satisfies PlanRule;

/** Which schools a plan is for. */
export const PLAN_REACHES = kindRows<{ readonly word: string }>()({
  all: { word: 'Toutes les écoles' },
  commune: { word: 'Les écoles d’une commune' },
  school: { word: 'Une école' },
});
export type PlanReach = Kind<typeof PLAN_REACHES>;
export const PLAN_REACH_NAMES = kindsOf(PLAN_REACHES);

interface CheckFindingRow {
  readonly word: string;
  /** It was before somebody's eyes. */
  readonly seen: boolean;
  /** Somebody has to repair it. */
  readonly repaired: boolean;
}

/** What a technician finds of one device. */
export const CHECK_FINDINGS = kindRows<CheckFindingRow>()({
  good: { word: 'Bon', seen: true, repaired: false },
  watch: { word: 'À surveiller', seen: true, repaired: false },
  broken: { word: 'En panne', seen: true, repaired: true },
  'not-found': { word: 'Introuvable', seen: false, repaired: false },
});
export type CheckFinding = Kind<typeof CHECK_FINDINGS>;
export const CHECK_FINDING_NAMES = kindsOf(CHECK_FINDINGS);
/** Its device was there. */
export const FINDINGS_SEEN = kindsWhere(CHECK_FINDINGS, ({ seen }) => seen);
/** A ticket is opened of it. */
export const FINDINGS_REPAIRED = kindsWhere(CHECK_FINDINGS, ({ repaired }) => repaired);
