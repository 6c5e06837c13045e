import { describe, expect, it } from '@jest/globals';
import { orderFields } from './order-fields.js';
import { judgeMove, type OrderActor, type OrderFacts } from './order-rules.js';

const actor = (role: OrderActor['role']): OrderActor => ({
  accountId: 'me',
  role,
  mayCertify: false,
  contractHolderId: null,
});

const draftOf = (createdBy: string): OrderFacts => ({
  state: 'draft',
  createdBy,
  submittedBy: null,
  yearReserved: null,
  performedBy: [],
  confirmedBy: null,
  confirmedByDefaultBy: null,
  assignedAccountId: null,
  contractHolderId: null,
  everStarted: false,
  verificationDueOn: null,
  today: '2026-11-24',
  committedCents: 0,
  reportedCents: 0,
  roundingMaxCents: 0,
  invoiceNumber: null,
  openPrerequisites: 0,
});

describe('a draft', () => {
  it.each([
    ['teacher', 'me', null],
    ['teacher', 'another', 'order.role-may-not'],
    ['school-head', 'me', null],
    ['school-head', 'another', null],
    ['plan-manager', 'me', 'order.role-may-not'],
  ] as const)('is discarded by a %s, written by %s: %s', (role, createdBy, code) => {
    expect(judgeMove(actor(role), 'discard', draftOf(createdBy)).refused?.code ?? null).toBe(code);
  });
});

describe('the fields of an order', () => {
  it('are all read by the school and the metropole', () => {
    for (const role of ['teacher', 'school-head', 'plan-manager', 'technician'] as const)
      expect(orderFields(role, 'approved')).toEqual({ money: true, budget: true, thread: true, place: true });
  });
});
