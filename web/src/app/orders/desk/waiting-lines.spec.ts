import type { DeskHome, OrderTab } from '@parc/api-client';
import { describe, expect, it } from '@jest/globals';
import { ORDER_HOMES, ORDER_VIEW_NAMES, ORDER_VIEWS } from '@parc/domain';
import { waitingLines } from './waiting-lines';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const none = { count: 0, amountCents: 0 };
const desk = (given: Partial<DeskHome>): DeskHome => ({
  toApprove: none,
  late: none,
  toCertify: none,
  toVerify: none,
  cancellations: none,
  budget: {
    year: 2026,
    kind: 'installation',
    openedCents: 0,
    spentCents: 0,
    committedCents: 0,
    reservedCents: 0,
    availableCents: 0,
  },
  conventions: [],
  contracts: [],
  ...given,
});

describe('the orders that wait for the metropole', () => {
  it('counts what a convention blocks apart from what can be approved', () => {
    const tabs: OrderTab[] = [
      { view: 'to-approve', count: 14, amountCents: 700_000 },
      { view: 'blocked', count: 3, amountCents: 60_000 },
    ];
    expect(waitingLines(desk({}), tabs).map(({ title }) => plain(title))).toEqual([
      '3 commandes bloquées par une convention',
    ]);
  });

  it('lists what waits, what presses most first, and nothing at zero', () => {
    const lines = waitingLines(
      desk({
        toCertify: { count: 1, amountCents: 4_000 },
        late: { count: 2, amountCents: 9_000 },
        toVerify: { count: 3, amountCents: 5_000 },
      }),
      [],
    );
    expect(lines.map(({ title, query }) => [plain(title), query])).toEqual([
      ['2 commandes sans réponse dans les délais', { vue: 'a-approuver', retard: 'oui' }],
      ['1 service fait à certifier', { vue: 'a-certifier' }],
      ['3 installations que l’école ne confirme pas', { vue: 'a-confirmer', retard: 'oui' }],
    ]);
    expect(plain(lines[1]!.detail)).toContain('40,00 €');
  });

  it('has a line for each kind of order that waits on the desk', () => {
    const some = { count: 1, amountCents: 100 };
    const tabs = ORDER_VIEW_NAMES.map((view): OrderTab => ({ view, ...some }));
    const lines = waitingLines(
      desk({ toApprove: some, late: some, toCertify: some, toVerify: some, cancellations: some }),
      tabs,
    );
    const views = ORDER_VIEW_NAMES.filter((view) => lines.some(({ query }) => query.vue === ORDER_VIEWS[view].slug));
    // A view that asks more than the state is no sight of it, but with its contrary beside.
    const asked = views.map((view) => ORDER_VIEWS[view].besides);
    const whole = views.filter(
      (_, at) => asked[at] === null || asked.includes(`not ${asked[at]}` as (typeof asked)[0]),
    );
    const seen = whole.flatMap((view): readonly string[] => ORDER_VIEWS[view].states);
    const told = Object.values(ORDER_HOMES.desk)
      .flat()
      .filter((state) => !seen.includes(state));
    expect(told).toEqual([]);
  });
});
