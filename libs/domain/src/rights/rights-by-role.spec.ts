import { describe, expect, it } from '@jest/globals';
import { EQUIPMENT_ACTIONS } from '../inventory/equipment-lifecycle.js';
import { ORDER_ACTIONS } from '../orders/order-lifecycle.js';
import { LOAN_ACTIONS } from '../loans/loan-lifecycle.js';
import { TICKET_ACTIONS } from '../maintenance/ticket-lifecycle.js';
import { REMEDY_ACTIONS } from '../remedies/remedy-lifecycle.js';
import { PROBLEM_ACTIONS } from '../problems/problem-lifecycle.js';
import { CHECK_ACTIONS } from '../upkeep/check-lifecycle.js';
import { RETURN_ACTIONS } from '../warranty/return-lifecycle.js';
import { SUPPORT_ACTIONS } from '../training/support/support-lifecycle.js';
import { TRAINING_ACTIONS } from '../training/training-lifecycle.js';
import { ROLES, type Role } from '../roles/roles.js';
import { VISIT_ACTIONS } from '../visits/visit-lifecycle.js';
import { PERMISSIONS, reachOf, type Permission, type Reach } from './permissions.js';

/** The rights as each role lives them, moves of an order or a device apart: written a second time, by role, so that neither table changes alone. */
// prettier-ignore
const HELD: Record<Role, Partial<Record<Reach, readonly string[]>>> = {
  teacher: {
    self: ['session.use', 'account.self', 'training-certificates.own', 'training-feed.own', 'usage.declare'],
    own: [
      'directory.read', 'catalogue.order', 'budgets.read', 'home.school',
      'orders.read', 'orders.compose', 'orders.prerequisites', 'orders.files.read', 'orders.files.write',
      'kit.read', 'needs.read', 'redeployments.read',
      'equipment.read', 'equipment.counts', 'equipment.see', 'campaigns.read', 'campaigns.confirm',
      'dotations.read',
      'tickets.read', 'tickets.counts', 'tickets.report', 'tickets.photos', 'tickets.comment',
      'loans.read', 'loans.request', 'problems.known', 'remedies.find',
      'upkeep-checks.read', 'upkeep-checks.page', 'warranty-returns.read', 'warranty-returns.page',
      'visits.read', 'visits.counts', 'visits.photos',
      'software.of-school', 'training-sessions.read', 'training-attendance.sign', 'coherence.read', 'coherence.counts',
      'support-requests.read', 'support-requests.ask', 'pilots.read', 'pilots.answer',
    ],
    all: ['loan-kits.read', 'remedies.answer', 'training-modules.read'],
  },
  'school-head': {
    self: ['session.use', 'account.self', 'confirmation-code.set', 'training-certificates.own', 'training-feed.own', 'usage.declare'],
    own: [
      'deputies.name', 'directory.read', 'rooms.write', 'access-card.write', 'catalogue.order', 'home.school',
      'conventions.read', 'budgets.read', 'budgets.statement', 'orders.read', 'orders.compose',
      'orders.prerequisites', 'orders.document', 'orders.files.read', 'orders.files.write',
      'kit.read', 'needs.read', 'needs.state', 'redeployments.read', 'redeployments.answer',
      'equipment.read', 'equipment.counts', 'equipment.see', 'campaigns.read', 'campaigns.confirm', 'campaigns.send', 'school-year.run',
      'dotations.read', 'dotations.answer', 'dotations.receive',
      'tickets.read', 'tickets.counts', 'tickets.report', 'tickets.photos', 'tickets.comment', 'label-reports.decide',
      'loans.read', 'loans.request', 'problems.known', 'remedies.find',
      'upkeep-checks.read', 'upkeep-checks.page', 'warranty-returns.read', 'warranty-returns.page',
      'visits.read', 'visits.counts', 'visits.photos', 'visits.confirm', 'visits.remark',
      'software.of-school', 'training-sessions.read', 'training-sessions.people', 'training-attendance.sign', 'coherence.read', 'coherence.counts', 'coherence.team', 'handovers.ask',
      'support-requests.read', 'support-requests.ask', 'pilots.read', 'pilots.answer',
    ],
    all: ['loan-kits.read', 'remedies.answer', 'training-modules.read'],
  },
  technician: {
    self: ['session.use', 'account.self', 'phones.enrol', 'deposits.make'],
    all: [
      'directory.read', 'access-card.note', 'catalogue.read', 'conventions.read', 'budgets.read', 'home.work',
      'orders.read', 'orders.prerequisites', 'orders.document', 'orders.files.read', 'orders.files.write',
      'orders.confirm-on-site', 'kit.read', 'needs.read', 'redeployments.read',
      'equipment.read', 'equipment.counts', 'stock.read',
      'equipment.see', 'labels.print', 'labels.replace',
      'deliveries.read', 'deliveries.write', 'disposals.read',
      'campaigns.list', 'campaigns.read', 'campaigns.confirm', 'campaigns.send', 'school-year.run',
      'dotations.list', 'dotations.read', 'dotations.deliver', 'dotations.receive',
      'tickets.read', 'tickets.counts', 'tickets.report', 'tickets.photos', 'tickets.comment', 'tickets.note', 'tickets.quote',
      'loans.read', 'loans.calendar', 'loans.lend-spare', 'problems.read', 'problems.write', 'problems.known', 'remedies.read', 'remedies.write', 'remedies.find', 'remedies.answer',
      'upkeep-checks.read', 'upkeep-checks.page', 'upkeep-plans.counts', 'upkeep-plans.read',
      'warranty-returns.read', 'warranty-returns.page', 'warranty-returns.prepare',
      'visits.read', 'visits.counts', 'visits.begin', 'visits.photos', 'visits.remark',
      'software.read', 'software.of-school', 'software.counts', 'software.install',
      'coherence.read', 'coherence.counts', 'coherence.team', 'handovers.record',
    ],
  },
  installer: {
    self: ['session.use', 'account.self', 'phones.enrol', 'deposits.make'],
    work: [
      'directory.read', 'catalogue.read', 'orders.read', 'orders.document', 'orders.files.read',
      'orders.files.write', 'orders.confirm-on-site', 'home.work',
      'equipment.read', 'equipment.counts',
    ],
  },
  'plan-manager': {
    self: ['session.use', 'account.self'],
    all: [
      'accounts.read', 'accounts.invite', 'deputies.name', 'home.desk', 'steering.read', 'figures.read', 'figures.communes', 'figures.targets', 'editions.read', 'editions.freeze', 'jobs.read',
      'directory.read', 'directory.write', 'directory.import', 'rooms.write', 'access-card.write',
      'catalogue.read', 'catalogue.write', 'contracts.read', 'conventions.read', 'conventions.write',
      'budgets.read', 'budgets.statement', 'budgets.list', 'budgets.totals',
      'budgets.allocate', 'budgets.transfer', 'free-texts.redact', 'deposits.read',
      'orders.read', 'orders.prerequisites', 'orders.document', 'orders.files.read',
      'kit.read', 'kit.write', 'service.settings', 'needs.read', 'needs.decide', 'redeployments.read', 'redeployments.decide',
      'equipment.read', 'equipment.counts', 'stock.read', 'stock.write',
      'equipment.see', 'labels.print', 'labels.replace',
      'deliveries.read', 'deliveries.write', 'equipment.import',
      'campaigns.list', 'campaigns.read', 'campaigns.confirm', 'campaigns.send', 'campaigns.write', 'school-year.run',
      'dotations.list', 'dotations.read', 'dotations.counts', 'dotations.deliver', 'dotations.receive', 'dotations.write',
      'disposals.read', 'fleet-value.read', 'fleet-value.settings', 'families.write',
      'tickets.read', 'tickets.counts', 'tickets.report', 'tickets.photos', 'tickets.comment', 'tickets.note', 'ticket-charges.settle', 'mail-refusals.read',
      'loans.read', 'loans.calendar', 'loan-kits.write', 'problems.read', 'problems.write', 'problems.known', 'remedies.read', 'remedies.write', 'remedies.find', 'remedies.answer',
      'upkeep-checks.read', 'upkeep-checks.page', 'upkeep-plans.counts', 'upkeep-plans.read', 'upkeep-plans.write',
      'warranty-returns.read', 'warranty-returns.page',
      'visits.read', 'visits.counts', 'visits.photos', 'visits.remark',
      'software.read', 'software.of-school', 'software.counts', 'software.install', 'software.write',
      'training-modules.read', 'training-modules.write', 'training-sessions.read', 'training-sessions.propose',
      'coherence.read', 'coherence.counts', 'support-requests.read', 'support-requests.counts', 'pilots.read', 'pilots.write',
      'usage.deliver', 'usage.read', 'usage.write',
    ],
  },
  'commune-officer': {
    self: ['session.use', 'account.self'],
    own: [
      'directory.read', 'conventions.read', 'budgets.read', 'budgets.statement', 'budgets.list',
      'orders.read', 'steering.read', 'figures.read', 'kit.read', 'equipment.read', 'equipment.counts', 'dotations.read',
      'tickets.read', 'tickets.counts', 'visits.read', 'visits.counts',
      'upkeep-checks.read', 'warranty-returns.read',
      'software.of-school',
    ],
  },
  'private-body-officer': {
    self: ['session.use', 'account.self'],
    own: [
      'deputies.name', 'directory.read', 'conventions.read', 'budgets.read', 'budgets.statement',
      'budgets.list', 'orders.read', 'steering.read', 'figures.read', 'kit.read', 'equipment.read', 'equipment.counts', 'dotations.read',
      'tickets.read', 'tickets.counts', 'visits.read', 'visits.counts',
      'software.of-school', 'training-hours.read', 'training-hours.mark', 'coherence.read', 'coherence.counts',
    ],
  },
  inspector: {
    self: ['session.use', 'account.self'],
    own: ['deputies.name', 'directory.read', 'conventions.read', 'orders.read', 'figures.read', 'kit.read', 'equipment.read', 'equipment.counts', 'tickets.counts', 'visits.counts', 'software.of-school', 'training-sessions.read', 'training-sessions.propose', 'training-sessions.people', 'training-attendance.read', 'training-attendance.correct', 'training-hours.read', 'training-hours.mark', 'coherence.read', 'coherence.counts', 'support-requests.read', 'support-requests.counts'],
    all: ['catalogue.read', 'training-modules.read'],
  },
  'digital-trainer': {
    self: ['session.use', 'account.self', 'phones.enrol', 'training-feed.own'],
    own: ['directory.read', 'conventions.read', 'orders.read', 'kit.read', 'equipment.read', 'equipment.counts', 'tickets.counts', 'visits.counts', 'software.of-school', 'training-sessions.read', 'training-sessions.propose', 'training-sessions.attend', 'training-attendance.read', 'training-attendance.correct', 'training-hours.read', 'coherence.read', 'coherence.counts', 'support-requests.read', 'support-requests.counts'],
    all: ['catalogue.read', 'training-modules.read'],
  },
  committee: {
    self: ['session.use', 'account.self'],
    all: [
      'directory.read', 'catalogue.read', 'conventions.read', 'steering.read', 'figures.read', 'figures.communes', 'editions.read',
      'budgets.read', 'budgets.list', 'budgets.totals', 'equipment.counts', 'dotations.counts',
      'tickets.counts', 'upkeep-plans.counts', 'visits.counts',
      'software.counts', 'coherence.counts', 'support-requests.counts',
    ],
  },
  administrator: {
    self: ['session.use', 'account.self'],
    all: [
      'accounts.read', 'accounts.manage', 'accounts.invite', 'jobs.read', 'jobs.run',
      'mail.outbox',
    ],
  },
};

const MOVES = new Set<string>([
  ...ORDER_ACTIONS.map((action) => `orders.${action}`),
  ...EQUIPMENT_ACTIONS.map((action) => `equipment.${action}`),
  ...TICKET_ACTIONS.map((action) => `tickets.${action}`),
  ...LOAN_ACTIONS.map((action) => `loans.${action}`),
  ...PROBLEM_ACTIONS.map((action) => `problems.${action}`),
  ...REMEDY_ACTIONS.map((action) => `remedies.${action}`),
  ...CHECK_ACTIONS.map((action) => `upkeep-checks.${action}`),
  ...RETURN_ACTIONS.map((action) => `warranty-returns.${action}`),
  ...VISIT_ACTIONS.map((action) => `visits.${action}`),
  ...TRAINING_ACTIONS.map((action) => `training-sessions.${action}`),
  ...SUPPORT_ACTIONS.map((action) => `support-requests.${action}`),
]);
const STANDING = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => !MOVES.has(permission));

describe('rights, read by role', () => {
  it.each(ROLES)('give %s what its work needs, as far as its scope, and nothing more', (role) => {
    const held = STANDING.map((permission) => [permission, reachOf(permission, role)] as const).filter(
      ([, reach]) => reach !== null,
    );
    const expected = Object.entries(HELD[role]).flatMap(([reach, permissions]) =>
      permissions.map((permission) => [permission, reach]),
    );
    expect(Object.fromEntries(held)).toEqual(Object.fromEntries(expected));
  });

  it('let a device be moved exactly as far as it is read', () => {
    const further = EQUIPMENT_ACTIONS.flatMap((action) =>
      ROLES.filter((role) => reachOf(`equipment.${action}`, role) !== null)
        .filter((role) => reachOf(`equipment.${action}`, role) !== reachOf('equipment.read', role))
        .map((role) => `${action} ${role}`),
    );
    expect(further).toEqual([]);
    expect(ROLES.filter((role) => reachOf('equipment.lose', role))).toEqual([
      'school-head',
      'technician',
      'plan-manager',
    ]);
  });

  it('let a ticket be moved exactly as far as it is read', () => {
    const further = TICKET_ACTIONS.flatMap((action) =>
      ROLES.filter((role) => reachOf(`tickets.${action}`, role) !== null)
        .filter((role) => reachOf(`tickets.${action}`, role) !== reachOf('tickets.read', role))
        .map((role) => `${action} ${role}`),
    );
    expect(further).toEqual([]);
    expect(ROLES.filter((role) => reachOf('tickets.close', role))).toEqual(['teacher', 'school-head']);
    expect(ROLES.filter((role) => reachOf('tickets.take', role))).toEqual(['technician']);
  });

  it('let a loan be moved exactly as far as it is read', () => {
    const further = LOAN_ACTIONS.flatMap((action) =>
      ROLES.filter((role) => reachOf(`loans.${action}`, role) !== null)
        .filter((role) => reachOf(`loans.${action}`, role) !== reachOf('loans.read', role))
        .map((role) => `${action} ${role}`),
    );
    expect(further).toEqual([]);
    expect(ROLES.filter((role) => reachOf('loans.cancel', role))).toEqual(['teacher', 'school-head', 'plan-manager']);
    expect(ROLES.filter((role) => reachOf('loans.hand-over', role))).toEqual(['technician']);
  });

  it('let a visit be moved exactly as far as it is read', () => {
    const further = VISIT_ACTIONS.flatMap((action) =>
      ROLES.filter((role) => reachOf(`visits.${action}`, role) !== null)
        .filter((role) => reachOf(`visits.${action}`, role) !== reachOf('visits.read', role))
        .map((role) => `${action} ${role}`),
    );
    expect(further).toEqual([]);
    expect(ROLES.filter((role) => reachOf('visits.close', role))).toEqual(['technician', 'plan-manager']);
  });

  it('let a session of training be moved exactly as far as it is read', () => {
    const further = TRAINING_ACTIONS.flatMap((action) =>
      ROLES.filter((role) => reachOf(`training-sessions.${action}`, role) !== null)
        .filter((role) => reachOf(`training-sessions.${action}`, role) !== reachOf('training-sessions.read', role))
        .map((role) => `${action} ${role}`),
    );
    expect(further).toEqual([]);
    expect(ROLES.filter((role) => reachOf('training-sessions.agree', role))).toEqual(['plan-manager', 'inspector']);
  });

  it('let an order be moved exactly as far as it is read', () => {
    const further = ORDER_ACTIONS.flatMap((action) =>
      ROLES.filter((role) => reachOf(`orders.${action}`, role) !== null)
        .filter((role) => reachOf(`orders.${action}`, role) !== reachOf('orders.read', role))
        .map((role) => `${action} ${role}`),
    );
    expect(further).toEqual([]);
    expect(reachOf('orders.start', 'installer')).toBe('work');
    expect(reachOf('orders.submit', 'school-head')).toBe('own');
    expect(reachOf('orders.certify', 'plan-manager')).toBe('all');
  });
});
