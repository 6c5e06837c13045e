import { BY_STEP, judge, type Answers, type GuardsByStep, type Rules, type Verdict } from '../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../refusals/general-refusals.js';
import type { Judged, PlainCode } from '../refusals/register.js';
import type { ActorRole } from '../roles/roles.js';
import {
  EQUIPMENT,
  EQUIPMENT_MISSING,
  EQUIPMENT_UNREACHED,
  type EquipmentAction,
  type EquipmentGuard,
  type EquipmentMove,
} from './equipment-lifecycle.js';
import type { DELIVERY_REFUSALS } from './delivery-refusals.js';
import type { EQUIPMENT_REFUSALS } from './equipment-refusals.js';
import type { EquipmentState } from './equipment-states.js';

/** The facts of one device that the rules judge. */
export interface EquipmentFacts {
  state: EquipmentState;
  /** The state that it came from, of its last change of state. */
  before: EquipmentState | null;
  /** Nothing has happened to it since it was received. */
  untouched: boolean;
  /** It lies in a case or a trolley, and moves by itself, not with it. */
  inside: boolean;
  /** It has a room, its own or its container's. */
  inRoom: boolean;
  /** How many devices lie in it. */
  contents: number;
  /** Its model, or one of those in it, asks for a training that nobody of the place has had. */
  awaitsTraining: boolean;
  openTickets: number;
  loan: 'none' | 'granted' | 'handed-over' | 'returned';
  /** It is offered for loans under a name, or lies in what is. */
  forLoans: boolean;
  /** What holds data is wiped, and the wipe recorded; true of what holds none. */
  wiped: boolean;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> &
  typeof EQUIPMENT_REFUSALS &
  Pick<typeof DELIVERY_REFUSALS, 'delivery.moved-since'>;
export type EquipmentRefused = Judged<Register, EquipmentAction>;

interface Subject {
  facts: EquipmentFacts;
}

const refuseIf = (refused: boolean, code: PlainCode<Register>): EquipmentRefused | null => (refused ? { code } : null);
const wasMissing = ({ before }: EquipmentFacts) => before !== null && EQUIPMENT_MISSING.includes(before);

/** Every guard of the table: a rule where the device's own facts answer it, else a step of the service. */
export const EQUIPMENT_RULES = {
  'by-itself': ({ facts }) => refuseIf(facts.inside, 'equipment.inside'),
  coherent: ({ facts }) => refuseIf(facts.awaitsTraining, 'equipment.training-awaited'),
  'from-room': ({ facts }) => refuseIf(!facts.inRoom, 'equipment.no-room'),
  untouched: ({ facts }) => refuseIf(!facts.untouched || facts.contents > 0, 'delivery.moved-since'),
  'loan-handed-over': ({ facts }) => refuseIf(facts.loan !== 'handed-over', 'equipment.loan-missing'),
  'loan-returned': ({ facts }) => refuseIf(facts.loan !== 'returned', 'equipment.loan-missing'),
  'loan-over': ({ facts }) => refuseIf(facts.loan !== 'none', 'equipment.on-loan'),
  'not-for-loans': ({ facts }) => refuseIf(facts.forLoans, 'equipment.of-kit'),
  'ticket-open': ({ facts }) => refuseIf(facts.openTickets === 0, 'equipment.ticket-missing'),
  'ticket-closed': ({ facts }) => refuseIf(facts.openTickets > 0, 'equipment.ticket-open'),
  empty: ({ facts }) => refuseIf(facts.contents > 0, 'equipment.not-empty'),
  'not-missing': ({ facts }) => refuseIf(wasMissing(facts), 'equipment.was-missing'),
  // What is lost or stolen cannot be wiped: nobody has it.
  wiped: ({ facts }) => refuseIf(!facts.wiped && !wasMissing(facts), 'equipment.not-wiped'),
  'stock-named': BY_STEP,
  'room-named': BY_STEP,
  convention: BY_STEP,
  'same-site': BY_STEP,
  'complaint-number': BY_STEP,
  'retirement-number': BY_STEP,
  'wipe-told': BY_STEP,
  'destination-proved': BY_STEP,
} satisfies Rules<EquipmentGuard, Subject, EquipmentRefused>;

/** The guards that the service's steps answer. */
export type EquipmentStepGuard = GuardsByStep<typeof EQUIPMENT_RULES>;

const ANSWERS: Answers<Subject, EquipmentRefused> = {
  rules: EQUIPMENT_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'equipment.state', possible: possible as EquipmentAction[] }),
    reason: () => ({ code: 'equipment.reason-missing' }),
  },
};

/** May this role make this move on these facts? */
export function judgeEquipmentMove(
  role: ActorRole,
  action: EquipmentAction,
  facts: EquipmentFacts,
  reason?: string | null,
): Verdict<EquipmentMove, EquipmentRefused> {
  return judge(EQUIPMENT, ANSWERS, { role, state: facts.state, action, reason, subject: { facts } });
}

/** What the screens offer this role now: every move the rules would let through, what it brings aside. Receiving makes the device. */
export function possibleEquipmentActions(role: ActorRole, facts: EquipmentFacts): EquipmentAction[] {
  const unreached: readonly EquipmentAction[] = ['receive', ...EQUIPMENT_UNREACHED];
  return EQUIPMENT.actionsFor(role, facts.state).filter(
    (action) => !unreached.includes(action) && judgeEquipmentMove(role, action, facts, 'motif').move,
  );
}
