import { describe, expect, it } from '@jest/globals';
import { ORDER_NOTICE_WORDS, orderFields, ORDERS, type NoticeWord, type OrderState, type Role } from '@parc/domain';
import { orderMail } from '../src/notifications/order-mail.js';

/** Every mail the table sends, with the states the order may then be in. */
const MAILS = ORDERS.moves.flatMap((move) =>
  move.tells.map((audience) => [move.action, audience, move.next as OrderState] as const),
);
const ROLES_OF: Record<(typeof MAILS)[number][1], Role[]> = {
  school: ['school-head'],
  manager: ['plan-manager'],
  performer: ['technician', 'installer'],
};

const mail = (action: (typeof MAILS)[number][0], audience: (typeof MAILS)[number][1], state: OrderState, role: Role) =>
  orderMail(
    action,
    audience,
    {
      ...{ id: 'o', number: 'C-2026-00001', title: 'Pose', schoolId: 's', schoolName: 'École', plannedFrom: null },
      ...{ state, amountCents: 1_234_567, assignedAccountId: 'a' },
      contractHolderId: role === 'installer' ? 'h' : null,
      move: { id: 'm', accountId: null, reason: 'la clé est au bureau' },
    },
    'https://exemple.fr',
  ).body;

describe('a mail tells of an order what its reader reads there', () => {
  const cases = MAILS.flatMap(([action, audience, state]) =>
    ROLES_OF[audience].map((role) => [action, role, state, audience] as const),
  );
  it.each(cases)('%s, to the %s, when it is %s', (action, role, state, audience) => {
    const fields = orderFields(role, state);
    const body = mail(action, audience, state, role);
    expect(body.includes('la clé est au bureau')).toBe(fields.thread);
    const { told } = ORDER_NOTICE_WORDS[action as keyof typeof ORDER_NOTICE_WORDS] as NoticeWord;
    if (told.includes('{amount}')) expect(fields.money).toBe(true);
    if (told.includes('budget')) expect(fields.budget).toBe(true);
  });

  it('also after the thread has closed to the firm', () => {
    expect(cases.filter(([, role, state]) => !orderFields(role, state).thread).map(([action]) => action)).toEqual([
      'certify',
    ]);
  });
});
