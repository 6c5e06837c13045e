import type { AllocationDefaults, AllocationRequest } from '@parc/api-client';
import { amount, money, parseMoney } from '@parc/ui';
import type { EnvelopeAsked } from '../envelope-address';

/** The rule as it is typed, and the schools fixed by hand; what a draft keeps. */
export interface AllocationTyped {
  readonly base: string;
  readonly perClass: string;
  readonly perPupil: string;
  readonly rep: string;
  readonly repPlus: string;
  readonly step: string;
  readonly voted: string;
  readonly reserve: string;
  /** The vote, as schools read it on their statement. */
  readonly reason: string;
  readonly fixed: readonly HandChange[];
}

export type RuleField = Exclude<keyof AllocationTyped, 'fixed' | 'reason'>;

export interface HandChange {
  readonly schoolId: string;
  readonly amountCents: number;
  readonly reason: string;
  /** What the school had before the hand: shown struck. */
  readonly formerCents: number;
}

/** Basis points: 10000 is × 1. */
const WHOLE_WEIGHT = 10_000;
const MOST_WEIGHT = 10 * WHOLE_WEIGHT;

export function typedFrom(defaults: AllocationDefaults): AllocationTyped {
  return {
    base: amount(defaults.baseCents),
    perClass: amount(defaults.perClassCents),
    perPupil: amount(defaults.perPupilCents),
    rep: weightWords(defaults.priorityWeights.REP),
    repPlus: weightWords(defaults.priorityWeights['REP+']),
    step: amount(defaults.stepCents),
    voted: defaults.lastVotedCents === null || defaults.alreadyOpened ? '' : amount(defaults.lastVotedCents),
    reserve: '',
    reason: '',
    fixed: [],
  };
}

/** 12500 → "1,25" */
export function weightWords(basisPoints: number): string {
  const decimals = (basisPoints / WHOLE_WEIGHT).toFixed(4).replace(/0{1,2}$/, '');
  return decimals.replace('.', ',');
}

/** "1,25" → 12500; null when it is no coefficient. Read digit by digit: a float would lose some. */
export function parseWeight(text: string): number | null {
  const match = /^(\d{1,2})(?:[.,](\d{1,4}))?$/.exec(text.trim());
  if (match === null) return null;
  const weight = Number(match[1]) * WHOLE_WEIGHT + Number((match[2] ?? '').padEnd(4, '0'));
  return weight <= MOST_WEIGHT ? weight : null;
}

export function ruleErrors(typed: AllocationTyped): Partial<Record<RuleField, string>> {
  const errors: Partial<Record<RuleField, string>> = {};
  for (const field of ['base', 'perClass', 'perPupil'] as const)
    if (!isAmount(typed[field], 0)) errors[field] = 'Un montant, par exemple 400.';
  for (const field of ['rep', 'repPlus'] as const)
    if (parseWeight(typed[field]) === null) errors[field] = 'Un coefficient, par exemple 1,25.';
  if (!isAmount(typed.step, 1)) errors.step = 'Un montant d’au moins 0,01 €.';
  if (!isAmount(typed.voted, 1))
    errors.voted = typed.voted.trim() === '' ? 'La somme votée est attendue.' : 'Un montant, par exemple 320 000.';
  if (typed.reserve.trim() !== '' && !isAmount(typed.reserve, 0)) errors.reserve = 'Un montant, ou rien.';
  if (errors.voted === undefined && errors.reserve === undefined) {
    const missing = reservedCents(typed) + handCents(typed) - parseMoney(typed.voted)!;
    if (missing > 0) errors.voted = `La réserve et les montants à la main dépassent le vote de ${money(missing)}.`;
  }
  return errors;
}

/** What the preview is asked for; null while something typed is no figure. The reason changes no amount. */
export function previewRequest(
  { year, kind }: EnvelopeAsked,
  typed: AllocationTyped,
  base: Pick<AllocationDefaults, 'priorityWeights' | 'alreadyOpened'>,
): AllocationRequest | null {
  if (Object.keys(ruleErrors(typed)).length > 0) return null;
  return {
    year,
    kind,
    rule: {
      baseCents: parseMoney(typed.base)!,
      perClassCents: parseMoney(typed.perClass)!,
      perPupilCents: parseMoney(typed.perPupil)!,
      priorityWeights: {
        none: base.priorityWeights.none,
        REP: parseWeight(typed.rep)!,
        'REP+': parseWeight(typed.repPlus)!,
      },
      votedCents: parseMoney(typed.voted)!,
      stepCents: parseMoney(typed.step)!,
    },
    fixed: typed.fixed.map(({ schoolId, amountCents, reason }) => ({ schoolId, amountCents, reason })),
    reserveCents: reservedCents(typed),
    complement: base.alreadyOpened,
  };
}

/** The school fixed anew keeps what it had before the first hand. */
export function withHandChange(fixed: readonly HandChange[], change: HandChange): readonly HandChange[] {
  const former = fixed.find(({ schoolId }) => schoolId === change.schoolId);
  const kept = fixed.filter(({ schoolId }) => schoolId !== change.schoolId);
  return [...kept, { ...change, formerCents: former?.formerCents ?? change.formerCents }];
}

export function handErrors(amountText: string, reason: string): { amount?: string; reason?: string } {
  return {
    ...(isAmount(amountText, 0) ? {} : { amount: 'Un montant, par exemple 1 400.' }),
    ...(reason.trim() === '' ? { reason: 'Dites pourquoi : l’école le lit.' } : {}),
  };
}

function reservedCents({ reserve }: AllocationTyped): number {
  return reserve.trim() === '' ? 0 : parseMoney(reserve)!;
}

function handCents({ fixed }: AllocationTyped): number {
  return fixed.reduce((sum, { amountCents }) => sum + amountCents, 0);
}

function isAmount(text: string, least: number): boolean {
  const cents = parseMoney(text);
  return cents !== null && cents >= least;
}
