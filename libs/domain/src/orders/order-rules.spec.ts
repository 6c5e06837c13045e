import { describe, expect, it } from '@jest/globals';
import { ORDERS, type OrderAction } from './order-lifecycle.js';
import {
  approvedAutomatically,
  judgeMove,
  judgeRole,
  possibleActions,
  verificationDueOn,
  type OrderActor,
  type OrderFacts,
} from './order-rules.js';

const actor = (changes: Partial<OrderActor> = {}): OrderActor => ({
  accountId: 'me',
  role: 'plan-manager',
  mayCertify: true,
  contractHolderId: null,
  ...changes,
});

const facts = (changes: Partial<OrderFacts> = {}): OrderFacts => ({
  state: 'confirmed',
  createdBy: 'head',
  submittedBy: 'head',
  yearReserved: 2026,
  performedBy: ['technician'],
  confirmedBy: 'head',
  confirmedByDefaultBy: null,
  assignedAccountId: 'technician',
  contractHolderId: null,
  everStarted: true,
  verificationDueOn: '2026-11-27',
  today: '2026-11-24',
  committedCents: 40_000,
  reportedCents: 40_000,
  roundingMaxCents: 2,
  invoiceNumber: null,
  openPrerequisites: 0,
  ...changes,
});

type Case = [action: OrderAction, who: Partial<OrderActor>, what: Partial<OrderFacts>, expected: string];

describe('what an order lets a person do', () => {
  // prettier-ignore
  it.each<Case>([
    ['certify',            {},                                                       {},                                                   'certified'],
    ['certify',            { mayCertify: false },                                    {},                                                   'order.no-delegation'],
    ['certify',            { accountId: 'technician' },                              {},                                                   'order.carried-out-by-you'],
    ['certify',            {},                                                       { confirmedByDefaultBy: 'me' },                       'order.confirmed-by-default-by-you'],
    ['certify',            { accountId: 'deputy' },                                  { confirmedBy: 'deputy' },                            'order.confirmed-by-you'],
    ['certify',            { accountId: 'head' },                                    { confirmedBy: 'deputy' },                            'order.submitted-by-you'],
    ['certify',            { accountId: 'first' },                                   { performedBy: ['first', 'technician'] },             'order.carried-out-by-you'],
    ['certify',            {},                                                       { reportedCents: 40_002 },                            'certified'],
    ['certify',            {},                                                       { reportedCents: 40_003 },                            'order.cost-above-commitment'],
    ['certify',            { role: 'school-head' },                                  {},                                                   'order.role-may-not'],
    ['certify',            {},                                                       { state: 'installed' },                               'order.state'],
    ['complement',         {},                                                       { reportedCents: 40_001 },                            'confirmed'],
    ['complement',         {},                                                       {},                                                   'order.cost-within-commitment'],
    ['approve',            {},                                                       { state: 'submitted' },                               'approved'],
    ['approve',            { accountId: 'head' },                                    { state: 'submitted' },                               'order.submitted-by-you'],
    ['approve',            { role: 'system', accountId: 'head' },                    { state: 'submitted' },                               'approved'],
    ['approve',            {},                                                       { state: 'submitted', today: '2026-12-31' },          'approved'],
    ['approve',            {},                                                       { state: 'submitted', today: '2027-01-01' },          'order.year-over'],
    ['approve',            { role: 'system' },                                       { state: 'submitted', today: '2027-01-01' },          'order.year-over'],
    ['withdraw',           { role: 'school-head' },                                  { state: 'submitted', today: '2027-01-01' },          'draft'],
    ['confirm',            { role: 'school-head' },                                  { state: 'installed' },                               'confirmed'],
    ['confirm',            { role: 'school-head', accountId: 'technician' },         { state: 'installed' },                               'order.carried-out-by-you'],
    ['confirm-by-default', {},                                                       { state: 'installed' },                               'order.too-early'],
    ['confirm-by-default', {},                                                       { state: 'installed', today: '2026-11-27' },          'confirmed'],
    ['confirm-by-default', {},                                                       { state: 'installed', verificationDueOn: null },      'order.too-early'],
    ['cancel',             {},                                                       { state: 'scheduled' },                               'order.already-started'],
    ['cancel',             {},                                                       { state: 'scheduled', everStarted: false },           'cancelled'],
    ['schedule',           {},                                                       { state: 'approved', openPrerequisites: 1 },          'order.prerequisites-open'],
    ['schedule',           {},                                                       { state: 'approved' },                                'scheduled'],
    ['start',              { role: 'technician', accountId: 'technician' },          { state: 'scheduled' },                               'in-progress'],
    ['start',              { role: 'technician', accountId: 'other' },               { state: 'scheduled' },                               'order.not-assignee'],
    ['start',              { role: 'installer', contractHolderId: 'firm' },          { state: 'scheduled', contractHolderId: 'firm' },     'in-progress'],
    ['start',              { role: 'installer', contractHolderId: 'other' },         { state: 'scheduled', contractHolderId: 'firm' },     'order.not-assignee'],
    ['start',              { role: 'installer', contractHolderId: 'firm' },          { state: 'scheduled' },                               'order.not-assignee'],
    ['start',              { role: 'technician', contractHolderId: 'firm' },         { state: 'scheduled', contractHolderId: 'firm' },     'order.not-assignee'],
    ['start',              { role: 'installer', accountId: 'technician' },           { state: 'scheduled' },                               'order.not-assignee'],
    ['report',             { role: 'technician', accountId: 'other' },               { state: 'in-progress' },                             'order.not-assignee'],
    ['certify',            { role: 'teacher' },                                      { state: 'draft' },                                   'order.role-may-not'],
    ['close',              { role: 'system' },                                       { state: 'certified' },                               'closed'],
    ['close',              { role: 'system' },                                       { state: 'certified', contractHolderId: 'firm' },     'order.not-closable'],
    ['close',              { role: 'system' },                                       { state: 'certified', contractHolderId: 'firm', invoiceNumber: 'F-1' }, 'closed'],
  ])('%s by %j on %j: %s', (action, who, what, expected) => {
    const verdict = judgeMove(actor(who), action, facts(what), 'dit pourquoi');
    expect(verdict.move?.next ?? verdict.refused?.code).toBe(expected);
  });

  it('names what is possible when the state refuses', () => {
    expect(judgeMove(actor(), 'approve', facts({ state: 'confirmed' })).refused).toEqual({
      code: 'order.state',
      possible: ORDERS.actionsFor('plan-manager', 'confirmed'),
    });
    expect(ORDERS.actionsFor('plan-manager', 'confirmed')).toContain('certify');
  });

  it('says by how much the cost passes the commitment, and from when a default is possible', () => {
    expect(judgeMove(actor(), 'certify', facts({ reportedCents: 42_000 })).refused).toMatchObject({
      missingCents: 2_000,
    });
    expect(judgeMove(actor(), 'confirm-by-default', facts({ state: 'installed' }), 'vu').refused).toMatchObject({
      from: '2026-11-27',
    });
  });

  it.each([undefined, null, '', '   '])('wants a reason to reject, not %p', (reason) => {
    expect(judgeMove(actor(), 'reject', facts({ state: 'submitted' }), reason).refused?.code).toBe(
      'order.reason-missing',
    );
  });

  it('answers for the role alone before any order is loaded', () => {
    expect(judgeRole('teacher', 'submit')).toEqual({ code: 'order.role-may-not' });
    expect(judgeRole('school-head', 'submit')).toBeNull();
  });

  it('refuses a role that has the action elsewhere but not here', () => {
    expect(
      judgeMove(actor({ role: 'installer' }), 'move', facts({ state: 'scheduled' }), 'classe en sortie').move,
    ).toBeDefined();
    expect(judgeMove(actor({ role: 'plan-manager' }), 'start', facts({ state: 'scheduled' })).refused?.code).toBe(
      'order.role-may-not',
    );
  });

  it('offers only what would pass', () => {
    expect(possibleActions(actor({ mayCertify: false }), facts())).toEqual(['adjourn']);
    expect(possibleActions(actor(), facts())).toEqual(['adjourn', 'certify']);
  });
});

describe('verification', () => {
  it('is due so many calendar days after the report, across months', () =>
    expect(verificationDueOn('2026-11-24', 10)).toBe('2026-12-04'));
});

describe('automatic approval', () => {
  const basket = {
    totalCents: 30_000,
    autoMaxCents: 30_000,
    hasInvestment: false,
    hasQuote: false,
    prerequisitesTicked: true,
  };
  it.each([
    ['up to the threshold', {}, true],
    ['one cent above it', { totalCents: 30_001 }, false],
    ['with an investment', { hasInvestment: true }, false],
    ['with a quote', { hasQuote: true }, false],
    ['with a prerequisite open', { prerequisitesTicked: false }, false],
  ])('%s', (_case, changes, expected) => expect(approvedAutomatically({ ...basket, ...changes })).toBe(expected));
});
