import { describe, expect, it } from '@jest/globals';
import type { OrderPage } from '@parc/api-client';
import { ORDER_STATE_NAMES, ORDER_STATES, ORDERS } from '@parc/domain';
import { orderPage } from '../work/order-page.fixture';
import { orderPath } from './order-path';
import { orderThread } from './order-thread';

const entry = (action: string, at: string): OrderPage['thread'][number] => ({
  action: action as OrderPage['thread'][number]['action'],
  word: action,
  at,
  role: 'plan-manager',
  roleLabel: 'Gestion du plan',
  name: null,
  reason: null,
  detail: {},
});

const noteOf = (label: string, page: OrderPage) => orderPath(page).find((step) => step.label === label)?.note;

describe('the path of an order', () => {
  it.each(ORDER_STATE_NAMES)('in "%s" has behind it what its row says', (state) => {
    const past = orderPath(orderPage({ state })).filter((step) => step.state === 'past');
    expect(past).toHaveLength(ORDER_STATES[state].behind ?? 0);
    if (ORDER_STATES[state].behind === null) expect(orderPath(orderPage({ state }))).toEqual([]);
  });

  it('dates the appointment by the last move that fixed it, not by one that leaves it as it is', () => {
    const thread = [
      entry('ask-to-cancel', '2026-11-24T08:00:00Z'),
      entry('interrupt', '2026-11-23T08:00:00Z'),
      entry('move', '2026-11-19T08:00:00Z'),
      entry('schedule', '2026-11-17T08:00:00Z'),
    ];
    expect(noteOf('Planifiée', orderPage({ thread }))).toContain('19');
    expect(noteOf('Planifiée', orderPage({ thread: thread.slice(3) }))).toContain('17');
  });

  it.each(ORDERS.moves.filter(({ effects }) => effects.includes('plan')).map(({ state, action }) => [action, state]))(
    'dates the appointment by "%s" from "%s", as by whatever else fixes one',
    (action) => {
      const thread = [entry(action, '2026-11-19T08:00:00Z'), entry('schedule', '2026-11-17T08:00:00Z')];
      expect(noteOf('Planifiée', orderPage({ thread }))).toContain('19');
    },
  );

  it('says of the present step when it is due', () => {
    const planned = orderPage({ state: 'scheduled', plannedFrom: '2026-12-03T08:00:00Z' });
    expect(noteOf('Installée', planned)).toMatch(/^prévue .*3/);
    const due = orderPage({ state: 'installed', verificationDueOn: '2026-12-12' });
    expect(noteOf('Confirmée', due)).toMatch(/^avant le .*12/);
  });
});

describe('the thread of an order', () => {
  it.each(ORDER_STATE_NAMES)('in "%s" begins with what its row awaits', (state) => {
    const [first] = orderThread(orderPage({ state }));
    expect(first?.kind === 'awaited' ? first.title : null).toBe(ORDER_STATES[state].awaits);
  });
});
