import type { ActorRole } from '../roles/roles.js';
import type { Lifecycle, Move, Words } from './lifecycle.js';

/** Said of a guard that needs other tables: the domain's service answers it, as a step. */
export const BY_STEP = 'answered by a step';

/** A guard that the object's own facts answer: the screens ask it too. */
export type Rule<Subject, Refused> = (subject: Subject) => Refused | null;

/** Every guard of a table is answered: by a rule, or by a step of the service. None can be forgotten. */
export type Rules<Guard extends string, Subject, Refused> = Readonly<
  Record<Guard, Rule<Subject, Refused> | typeof BY_STEP>
>;

/** The guards that a service must answer, as its record of steps must be total over them. */
export type GuardsByStep<Answers> = {
  [Guard in keyof Answers]: Answers[Guard] extends typeof BY_STEP ? Guard : never;
}[keyof Answers];

/** How a domain answers its table. */
export interface Answers<Subject, Refused> {
  /** By the guard's name. */
  rules: Readonly<Record<string, Rule<Subject, Refused> | typeof BY_STEP>>;
  /** By the name of what a row's `when` asks. */
  conditions?: Readonly<Record<string, (subject: Subject) => boolean>>;
  refusals: {
    role(): Refused;
    /** @param possible what the role could do instead */
    state(possible: readonly string[]): Refused;
    reason(): Refused;
  };
}

export interface Asked<W extends Words, Subject> {
  role: ActorRole;
  state: W['state'];
  action: W['action'];
  reason?: string | null | undefined;
  subject: Subject;
}

export type Verdict<Found, Refused> = { move: Found; refused?: undefined } | { move?: undefined; refused: Refused };

/** May this role make this move on these facts? In one order: role, state, role in this state, reason, guards as the row lists them. */
export function judge<W extends Words, Subject, Refused>(
  table: Lifecycle<W>,
  { rules, conditions, refusals }: Answers<Subject, Refused>,
  { role, state, action, reason, subject }: Asked<W, Subject>,
): Verdict<Move<W>, Refused> {
  if (!table.roleMayEver(role, action)) return { refused: refusals.role() };
  const move = table.find(state, action);
  if (!move) return { refused: refusals.state(table.actionsFor(role, state)) };
  if (!move.who.includes(role)) return { refused: refusals.role() };
  if (move.reason && !reason?.trim()) return { refused: refusals.reason() };
  for (const guard of move.guards) {
    const rule = rules[guard];
    const refused = typeof rule === 'function' ? rule(subject) : null;
    if (refused) return { refused };
  }
  const stays = move.when !== undefined && !conditions?.[move.when]?.(subject);
  return { move: stays ? { ...move, next: state } : move };
}
