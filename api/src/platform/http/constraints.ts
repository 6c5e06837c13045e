import type { PlainRefusal, RefusalNeeds } from '@parc/domain';
import { Refused } from './refused.js';

/**
 * What is answered when the database itself refuses: the last defence still answers in words. A constraint knows no
 * figures: a code whose sentence needs some has a sentence of its own here.
 */
export type ConstraintAnswer = PlainRefusal | { code: keyof RefusalNeeds; title: string } | { neverByRequest: string };

/** Constraint, unique index or condition of the database (`PA003`) → what is answered; each domain keeps its own. */
export type ConstraintRegister = Readonly<Record<string, ConstraintAnswer>>;

/** @returns null where the register has no answer: the fault is the inside's */
export function refusedBy(answer: ConstraintAnswer | undefined): Refused | null {
  if (answer === undefined) return null;
  if (typeof answer === 'string') return new Refused(answer);
  return 'code' in answer ? new Refused(answer.code, { title: answer.title }) : null;
}
