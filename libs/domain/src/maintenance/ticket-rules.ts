import { BY_STEP, judge, type Answers, type GuardsByStep, type Rules, type Verdict } from '../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../refusals/general-refusals.js';
import type { Judged, PlainCode } from '../refusals/register.js';
import type { ActorRole } from '../roles/roles.js';
import { TICKETS, type TicketAction, type TicketGuard, type TicketMove } from './ticket-lifecycle.js';
import type { TICKET_REFUSALS } from './ticket-refusals.js';
import type { TicketState } from './ticket-states.js';

/** Who asks, as the rules need to know it. */
export interface TicketActor {
  accountId: string;
  role: ActorRole;
}

/** The facts of one ticket that the rules judge. Instants are ISO, days ISO dates (Europe/Paris). */
export interface TicketFacts {
  state: TicketState;
  reportedBy: string;
  assignedTo: string | null;
  /** When somebody looks at it again; null where it waits for nobody. */
  reviewOn: string | null;
  /** Whom it waits for has just answered. */
  answered: boolean;
  /** The order that repaired it has been certified: the school has said so there. */
  certified: boolean;
  /** The day of its last resolution. */
  resolvedOn: string | null;
  today: string;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof TICKET_REFUSALS;
export type TicketRefused = Judged<Register, TicketAction>;

interface Subject {
  actor: TicketActor;
  facts: TicketFacts;
}

/** A school that says nothing for so many days has agreed. */
export const CLOSES_AFTER_DAYS = 7;
/** Until this day after its resolution a ticket is opened again; later it is another breakdown. */
export const REOPENS_UNTIL_DAY = 10;

const refuseIf = (refused: boolean, code: PlainCode<Register>): TicketRefused | null => (refused ? { code } : null);

/** Every guard of the table: a rule where the ticket's own facts answer it, else a step of the service. */
export const TICKET_RULES = {
  assignee: ({ actor, facts }) => refuseIf(facts.assignedTo !== actor.accountId, 'ticket.not-assignee'),
  'own-report': ({ actor, facts }) =>
    refuseIf(actor.role === 'teacher' && facts.reportedBy !== actor.accountId, 'ticket.not-yours'),
  // A person resumes at any time; the system at the school's answer, or on the day that was said.
  'review-due': ({ actor, facts }) =>
    refuseIf(
      actor.role === 'system' && !facts.answered && (facts.reviewOn ?? facts.today) > facts.today,
      'ticket.too-early',
    ),
  'silence-over': ({ actor, facts }) =>
    refuseIf(actor.role === 'system' && !facts.certified && daysSince(facts) < CLOSES_AFTER_DAYS, 'ticket.too-early'),
  reopenable: ({ facts }) => refuseIf(daysSince(facts) > REOPENS_UNTIL_DAY, 'ticket.too-late'),
  'assignee-named': BY_STEP,
  'another-assignee': BY_STEP,
  'school-open': BY_STEP,
  'wait-told': BY_STEP,
  'device-there': BY_STEP,
  'cost-once': BY_STEP,
  'device-kept': BY_STEP,
  'no-order': BY_STEP,
  'older-open': BY_STEP,
} satisfies Rules<TicketGuard, Subject, TicketRefused>;

/** The guards that the service's steps answer. */
export type TicketStepGuard = GuardsByStep<typeof TICKET_RULES>;

const ANSWERS: Answers<Subject, TicketRefused> = {
  rules: TICKET_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'ticket.state', possible: possible as TicketAction[] }),
    reason: () => ({ code: 'ticket.reason-missing' }),
  },
};

/** May this actor make this move on these facts? The guards that need other tables are the service's. */
export function judgeTicketMove(
  actor: TicketActor,
  action: TicketAction,
  facts: TicketFacts,
  reason?: string | null,
): Verdict<TicketMove, TicketRefused> {
  return judge(TICKETS, ANSWERS, { role: actor.role, state: facts.state, action, reason, subject: { actor, facts } });
}

/** What the screens offer this actor now: every move the rules would let through, what it brings aside. */
export function possibleTicketActions(actor: TicketActor, facts: TicketFacts): TicketAction[] {
  return TICKETS.actionsFor(actor.role, facts.state).filter(
    (action) => judgeTicketMove(actor, action, facts, 'motif').move,
  );
}

/** Calendar days since the resolution; none: nothing was resolved. */
function daysSince({ resolvedOn, today }: TicketFacts): number {
  if (resolvedOn === null) return 0;
  return (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${resolvedOn}T00:00:00Z`)) / 86_400_000;
}
