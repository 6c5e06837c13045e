import {
  EQUIPMENT,
  EQUIPMENT_ACTIONS,
  EQUIPMENT_UNREACHED,
  type EquipmentAction,
} from '../inventory/equipment-lifecycle.js';
import { LOAN_ACTIONS, LOANS, type LoanAction } from '../loans/loan-lifecycle.js';
import { TICKET_ACTIONS, TICKETS, type TicketAction } from '../maintenance/ticket-lifecycle.js';
import type { Move } from '../lifecycle/lifecycle.js';
import { ORDER_ACTIONS, ORDERS, type OrderAction } from '../orders/order-lifecycle.js';
import type { ProblemAction } from '../problems/problem-lifecycle.js';
import type { RemedyAction } from '../remedies/remedy-lifecycle.js';
import { ROLES, type Role } from '../roles/roles.js';
import type { TrainingAction } from '../training/training-lifecycle.js';
import type { SupportAction } from '../training/support/support-lifecycle.js';
import { CHECK_ACTIONS, CHECKS, type CheckAction } from '../upkeep/check-lifecycle.js';
import { RETURN_ACTIONS, RETURNS, type ReturnAction } from '../warranty/return-lifecycle.js';
import { VISIT_ACTIONS, VISITS, type VisitAction } from '../visits/visit-lifecycle.js';

/**
 * How far a permission reaches for a role (rights.md). `own` is what lies inside the assignment's scope; each domain's
 * access door turns the word into a predicate, in one place.
 */
export type Reach = 'self' | 'own' | 'work' | 'all';

type Grant = Partial<Record<Role, Reach>>;

const every = (reach: Reach): Grant => Object.fromEntries(ROLES.map((role) => [role, reach]));

/** Grants that many rows have: the first page of the web carries the table, each of them once. */
const METROPOLE = { technician: 'all', 'plan-manager': 'all' } as const satisfies Grant;
/** A school and the metropole. */
const SHARED = { teacher: 'own', 'school-head': 'own', ...METROPOLE } as const satisfies Grant;
/** With whoever answers for several schools. */
const FOLLOWED = { ...SHARED, 'commune-officer': 'own', 'private-body-officer': 'own' } as const satisfies Grant;
/** Whatever is counted without being read. */
const COUNTED = { ...FOLLOWED, inspector: 'own', 'digital-trainer': 'own', committee: 'all' } as const satisfies Grant;

/** Schools, the metropole and Éducation nationale, who build sessions together. */
const SESSIONS = {
  teacher: 'own',
  'school-head': 'own',
  'plan-manager': 'all',
  inspector: 'own',
  'digital-trainer': 'own',
} as const satisfies Grant;

/** The table that rights.md shows: what is not granted here is refused with 403 before anything is loaded. */
// prettier-ignore
const STATIC = {
  'session.use':         every('self'),
  'account.self':        every('self'),
  'confirmation-code.set': { 'school-head': 'self' },
  'phones.enrol':        { technician: 'self', installer: 'self', 'digital-trainer': 'self' },
  'deposits.make':       { technician: 'self', installer: 'self' },
  'deposits.read':       { 'plan-manager': 'all' },
  'accounts.read':       { administrator: 'all', 'plan-manager': 'all' },
  'accounts.manage':     { administrator: 'all' },
  'accounts.invite':     { administrator: 'all', 'plan-manager': 'all' },
  'deputies.name':       { 'school-head': 'own', inspector: 'own', 'private-body-officer': 'own', 'plan-manager': 'all' },
  'directory.read':      { teacher: 'own', 'school-head': 'own', technician: 'all', installer: 'work', 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own', inspector: 'own', 'digital-trainer': 'own', committee: 'all' },
  'directory.write':     { 'plan-manager': 'all' },
  'rooms.write':         { 'school-head': 'own', 'plan-manager': 'all' },
  'access-card.write':   { 'school-head': 'own', 'plan-manager': 'all' },
  'access-card.note':    { technician: 'all' },
  'directory.import':    { 'plan-manager': 'all' },
  'service.settings':    { 'plan-manager': 'all' },
  'catalogue.order':     { teacher: 'own', 'school-head': 'own' },
  'catalogue.read':      { technician: 'all', installer: 'work', 'plan-manager': 'all', inspector: 'all', 'digital-trainer': 'all', committee: 'all' },
  'catalogue.write':     { 'plan-manager': 'all' },
  'contracts.read':      { 'plan-manager': 'all' },
  'conventions.read':    { 'school-head': 'own', technician: 'all', 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own', inspector: 'own', 'digital-trainer': 'own', committee: 'all' },
  'conventions.write':   { 'plan-manager': 'all' },
  'budgets.read':        { teacher: 'own', 'school-head': 'own', technician: 'all', 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own', committee: 'all' },
  'budgets.statement':   { 'school-head': 'own', 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own' },
  'budgets.list':    { 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own', committee: 'all' },
  'budgets.totals':      { 'plan-manager': 'all', committee: 'all' },
  'budgets.allocate':    { 'plan-manager': 'all' },
  'budgets.transfer':    { 'plan-manager': 'all' },
  'orders.read':         { teacher: 'own', 'school-head': 'own', technician: 'all', installer: 'work', 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own', inspector: 'own', 'digital-trainer': 'own' },
  'orders.compose':      { teacher: 'own', 'school-head': 'own' },
  'orders.prerequisites': SHARED,
  'orders.document':     { 'school-head': 'own', technician: 'all', installer: 'work', 'plan-manager': 'all' },
  'orders.files.read':   { teacher: 'own', 'school-head': 'own', technician: 'all', installer: 'work', 'plan-manager': 'all' },
  'orders.files.write':  { teacher: 'own', 'school-head': 'own', technician: 'all', installer: 'work' },
  'orders.confirm-on-site': { technician: 'all', installer: 'work' },
  'equipment.read':      { teacher: 'own', 'school-head': 'own', technician: 'all', installer: 'work', 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own', inspector: 'own', 'digital-trainer': 'own' },
  'equipment.counts':    { teacher: 'own', 'school-head': 'own', technician: 'all', installer: 'work', 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own', inspector: 'own', 'digital-trainer': 'own', committee: 'all' },
  'equipment.see':       SHARED,
  'school-year.run':     { 'school-head': 'own', technician: 'all', 'plan-manager': 'all' },
  'labels.print':        METROPOLE,
  'labels.replace':      METROPOLE,
  'stock.read':          METROPOLE,
  'stock.write':         { 'plan-manager': 'all' },
  'deliveries.read':     METROPOLE,
  'deliveries.write':    METROPOLE,
  'equipment.import':    { 'plan-manager': 'all' },
  'kit.read':            { teacher: 'own', 'school-head': 'own', technician: 'all', 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own', inspector: 'own', 'digital-trainer': 'own' },
  'kit.write':           { 'plan-manager': 'all' },
  'needs.read':          SHARED,
  'needs.state':         { 'school-head': 'own' },
  'needs.decide':        { 'plan-manager': 'all' },
  'redeployments.read':  SHARED,
  'redeployments.answer': { 'school-head': 'own' },
  'redeployments.decide': { 'plan-manager': 'all' },
  'dotations.list':      METROPOLE,
  'dotations.read':      FOLLOWED,
  'dotations.counts':    { 'plan-manager': 'all', committee: 'all' },
  'dotations.answer':    { 'school-head': 'own' },
  'dotations.deliver':   METROPOLE,
  'dotations.receive':   { 'school-head': 'own', technician: 'all', 'plan-manager': 'all' },
  'dotations.write':     { 'plan-manager': 'all' },
  'campaigns.list':      METROPOLE,
  'campaigns.read':      SHARED,
  'campaigns.confirm':   SHARED,
  'campaigns.send':      { 'school-head': 'own', technician: 'all', 'plan-manager': 'all' },
  'campaigns.write':     { 'plan-manager': 'all' },
  'disposals.read':      METROPOLE,
  'fleet-value.read':    { 'plan-manager': 'all' },
  'fleet-value.settings': { 'plan-manager': 'all' },
  'families.write':      { 'plan-manager': 'all' },
  'tickets.read':        FOLLOWED,
  'tickets.counts':      COUNTED,
  'tickets.report':      SHARED,
  'tickets.comment':     SHARED,
  'tickets.note':        METROPOLE,
  'tickets.photos':      SHARED,
  'tickets.quote':       { technician: 'all' },
  'ticket-charges.settle': { 'plan-manager': 'all' },
  'label-reports.decide': { 'school-head': 'own' },
  'mail-refusals.read':  { 'plan-manager': 'all' },
  'problems.read':       METROPOLE,
  'problems.write':      METROPOLE,
  'problems.known':      SHARED,
  'remedies.read':       METROPOLE,
  'remedies.write':      METROPOLE,
  'remedies.answer':     { teacher: 'all', 'school-head': 'all', technician: 'all', 'plan-manager': 'all' },
  'remedies.find':       SHARED,
  'loans.read':          SHARED,
  'loans.request':       { teacher: 'own', 'school-head': 'own' },
  'loans.calendar':      METROPOLE,
  'loans.lend-spare':    { technician: 'all' },
  'loan-kits.read':      { teacher: 'all', 'school-head': 'all' },
  'loan-kits.write':     { 'plan-manager': 'all' },
  'usage.deliver':       { 'plan-manager': 'all' },
  'usage.read':          { 'plan-manager': 'all' },
  'usage.write':         { 'plan-manager': 'all' },
  'usage.declare':       { teacher: 'self', 'school-head': 'self' },
  'upkeep-checks.read': { teacher: 'own', 'school-head': 'own', technician: 'all', 'plan-manager': 'all', 'commune-officer': 'own' },
  'upkeep-checks.page': SHARED,
  'upkeep-plans.counts': { technician: 'all', 'plan-manager': 'all', committee: 'all' },
  'upkeep-plans.read':  METROPOLE,
  'upkeep-plans.write': { 'plan-manager': 'all' },
  'warranty-returns.read': { teacher: 'own', 'school-head': 'own', technician: 'all', 'plan-manager': 'all', 'commune-officer': 'own' },
  'warranty-returns.page': SHARED,
  'warranty-returns.prepare': { technician: 'all' },
  'visits.read':         FOLLOWED,
  'visits.counts':       COUNTED,
  'visits.begin':        { technician: 'all' },
  'visits.confirm':      { 'school-head': 'own' },
  'visits.remark':       { 'school-head': 'own', technician: 'all', 'plan-manager': 'all' },
  'visits.photos':       SHARED,
  'training-modules.read': { ...SESSIONS, teacher: 'all', 'school-head': 'all', inspector: 'all', 'digital-trainer': 'all' },
  'training-modules.write': { 'plan-manager': 'all' },
  'training-sessions.read': SESSIONS,
  'training-sessions.propose': { 'plan-manager': 'all', inspector: 'own', 'digital-trainer': 'own' },
  'training-sessions.people': { 'school-head': 'own', inspector: 'own' },
  'training-sessions.attend': { 'digital-trainer': 'own' },
  'training-attendance.read': { inspector: 'own', 'digital-trainer': 'own' },
  'training-attendance.correct': { inspector: 'own', 'digital-trainer': 'own' },
  'training-attendance.sign': { teacher: 'own', 'school-head': 'own' },
  'training-hours.read': { inspector: 'own', 'digital-trainer': 'own', 'private-body-officer': 'own' },
  'training-hours.mark': { inspector: 'own', 'private-body-officer': 'own' },
  'training-certificates.own': { teacher: 'self', 'school-head': 'self' },
  'training-feed.own':         { teacher: 'self', 'school-head': 'self', 'digital-trainer': 'self' },
  'support-requests.read': SESSIONS,
  'support-requests.ask': { teacher: 'own', 'school-head': 'own' },
  'support-requests.counts': { 'plan-manager': 'all', inspector: 'own', 'digital-trainer': 'own', committee: 'all' },
  'pilots.read':         { teacher: 'own', 'school-head': 'own', 'plan-manager': 'all' },
  'pilots.answer':       { teacher: 'own', 'school-head': 'own' },
  'pilots.write':        { 'plan-manager': 'all' },
  'coherence.read':      { ...SHARED, 'private-body-officer': 'own', inspector: 'own', 'digital-trainer': 'own' },
  'coherence.counts':    { ...SHARED, 'private-body-officer': 'own', inspector: 'own', 'digital-trainer': 'own', committee: 'all' },
  'coherence.team':      { 'school-head': 'own', technician: 'all' },
  'handovers.ask':       { 'school-head': 'own' },
  'handovers.record':    { technician: 'all' },
  'software.read':       METROPOLE,
  'software.of-school':  { teacher: 'own', 'school-head': 'own', technician: 'all', 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own', inspector: 'own', 'digital-trainer': 'own' },
  'software.counts':     { technician: 'all', 'plan-manager': 'all', committee: 'all' },
  'software.install':    METROPOLE,
  'software.write':      { 'plan-manager': 'all' },
  'home.school':         { teacher: 'own', 'school-head': 'own' },
  'home.work':           { technician: 'all', installer: 'work' },
  'home.desk':           { 'plan-manager': 'all' },
  'steering.read':       { committee: 'all', 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own' },
  'figures.read':        { committee: 'all', 'plan-manager': 'all', 'commune-officer': 'own', 'private-body-officer': 'own', inspector: 'own' },
  'figures.communes':    { committee: 'all', 'plan-manager': 'all' },
  'figures.targets':     { 'plan-manager': 'all' },
  'editions.read':       { committee: 'all', 'plan-manager': 'all' },
  'editions.freeze':     { 'plan-manager': 'all' },
  'jobs.read':           { 'plan-manager': 'all', administrator: 'all' },
  'jobs.run':            { administrator: 'all' },
  'free-texts.redact':   { 'plan-manager': 'all' },
  'mail.outbox':         { administrator: 'all' },
} satisfies Record<string, Grant>;

export type StaticPermission = keyof typeof STATIC;
export type OrderPermission = `orders.${OrderAction}`;
export type EquipmentPermission = `equipment.${EquipmentAction}`;
export type TicketPermission = `tickets.${TicketAction}`;
export type LoanPermission = `loans.${LoanAction}`;
export type ProblemPermission = `problems.${ProblemAction}`;
export type RemedyPermission = `remedies.${RemedyAction}`;
export type ReturnPermission = `warranty-returns.${ReturnAction}`;
export type CheckPermission = `upkeep-checks.${CheckAction}`;
export type VisitPermission = `visits.${VisitAction}`;
export type TrainingPermission = `training-sessions.${TrainingAction}`;
export type SupportPermission = `support-requests.${SupportAction}`;
export type Permission =
  | StaticPermission
  | OrderPermission
  | EquipmentPermission
  | TicketPermission
  | LoanPermission
  | ProblemPermission
  | RemedyPermission
  | CheckPermission
  | ReturnPermission
  | VisitPermission
  | TrainingPermission
  | SupportPermission;

/** Reach of what lets one read the object, which its actions follow: it is moved by those who may see it. */
function moveGrant(moves: readonly Move[], action: string, read: Grant): Grant {
  const who = moves.filter((move) => move.action === action).flatMap((move) => move.who);
  return Object.fromEntries(ROLES.filter((role) => who.includes(role)).map((role) => [role, read[role]]));
}

const isReached = (action: EquipmentAction) => EQUIPMENT_UNREACHED.every((unreached) => unreached !== action);

/** By hand, so that the first page need not carry their tables: the specs of both compare them, row by row. */
const BY_HAND: Record<ProblemPermission | RemedyPermission | TrainingPermission | SupportPermission, Grant> = {
  'problems.tell': STATIC['problems.read'],
  'problems.find': STATIC['problems.read'],
  'problems.solve': { technician: 'all' },
  'problems.give-up': STATIC['problems.read'],
  'remedies.publish': { 'plan-manager': 'all' },
  'remedies.withdraw': STATIC['remedies.read'],
  'training-sessions.agree': { 'plan-manager': 'all', inspector: 'own' },
  'training-sessions.enrol': { teacher: 'own', 'school-head': 'own', inspector: 'own' },
  'training-sessions.leave': { teacher: 'own', 'school-head': 'own', inspector: 'own' },
  'training-sessions.accept': { teacher: 'own', 'school-head': 'own' },
  'training-sessions.confirm': { 'plan-manager': 'all', inspector: 'own' },
  'training-sessions.postpone': { 'plan-manager': 'all', inspector: 'own' },
  'training-sessions.cancel': { 'plan-manager': 'all', inspector: 'own' },
  'training-sessions.hold': { 'digital-trainer': 'own' },
  'training-sessions.close': { inspector: 'own', 'digital-trainer': 'own' },
  'support-requests.date': { 'digital-trainer': 'own' },
  'support-requests.move': { 'digital-trainer': 'own' },
  'support-requests.report': { 'digital-trainer': 'own' },
  'support-requests.cancel': { teacher: 'own', 'school-head': 'own', 'digital-trainer': 'own' },
};

/** Every permission with who holds it: the only source; the moves of an order and of a device come from their tables. */
export const PERMISSIONS: Record<Permission, Grant> = {
  ...STATIC,
  ...(Object.fromEntries(
    ORDER_ACTIONS.map((action) => [`orders.${action}`, moveGrant(ORDERS.moves, action, STATIC['orders.read'])]),
  ) as Record<OrderPermission, Grant>),
  ...(Object.fromEntries(
    EQUIPMENT_ACTIONS.map((action) => [
      `equipment.${action}`,
      // A right that nothing answers to would be a promise.
      isReached(action) ? moveGrant(EQUIPMENT.moves, action, STATIC['equipment.read']) : {},
    ]),
  ) as Record<EquipmentPermission, Grant>),
  ...(Object.fromEntries(
    TICKET_ACTIONS.map((action) => [`tickets.${action}`, moveGrant(TICKETS.moves, action, STATIC['tickets.read'])]),
  ) as Record<TicketPermission, Grant>),
  ...(Object.fromEntries(
    LOAN_ACTIONS.map((action) => [`loans.${action}`, moveGrant(LOANS.moves, action, STATIC['loans.read'])]),
  ) as Record<LoanPermission, Grant>),
  ...(Object.fromEntries(
    CHECK_ACTIONS.map((action) => [
      `upkeep-checks.${action}`,
      moveGrant(CHECKS.moves, action, STATIC['upkeep-checks.page']),
    ]),
  ) as Record<CheckPermission, Grant>),
  ...(Object.fromEntries(
    RETURN_ACTIONS.map((action) => [
      `warranty-returns.${action}`,
      moveGrant(RETURNS.moves, action, STATIC['warranty-returns.page']),
    ]),
  ) as Record<ReturnPermission, Grant>),
  ...(Object.fromEntries(
    VISIT_ACTIONS.map((action) => [`visits.${action}`, moveGrant(VISITS.moves, action, STATIC['visits.read'])]),
  ) as Record<VisitPermission, Grant>),
  ...BY_HAND,
};

/** The reach of a permission for a role, or null when the role may not at all. */
export function reachOf(permission: Permission, role: Role): Reach | null {
  return PERMISSIONS[permission][role] ?? null;
}
