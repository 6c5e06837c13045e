import { describe, expect, it } from '@jest/globals';
import { ORDER_PLANNING, ORDERS } from './order-lifecycle.js';
import { ORDER_STATES, ORDERS_UNDER_WAY } from './order-states.js';
import { ORDER_TOTALS, totalSeen } from './order-totals.js';

const movesThat = (holds: (move: (typeof ORDERS)['moves'][number]) => boolean) =>
  ORDERS.moves.filter(holds).map(({ state, action }) => `${state} ${action}`);
const named = (effects: readonly string[]) => effects.map((effect) => effect.split(' ')[0]!);

describe('the table of an order', () => {
  it('moves money exactly where what is held changes', () => {
    const money = ['reserve', 'commit', 'release', 'spend'];
    for (const { action, state, next, effects } of ORDERS.moves) {
      const changes = ORDER_STATES[state].hold !== ORDER_STATES[next].hold || action === 'complement';
      const moves = named(effects).some((effect) => money.includes(effect));
      expect(`${state} ${action} ${moves}`).toBe(`${state} ${action} ${changes}`);
    }
  });

  it('asks a person for the total seen wherever money moves, or what it will cost is accepted', () => {
    const onMoney = new Set(movesThat(({ guards }) => guards.includes('total-seen')));
    const byPeople = ORDERS.moves.filter(({ who }) => who.some((role) => role !== 'system'));
    const moving = byPeople.filter(({ effects }) =>
      named(effects).some((effect) => ['reserve', 'commit', 'release', 'spend', 'record-report'].includes(effect)),
    );
    const accepting = byPeople.filter(({ next, state }) => next === 'confirmed' && state !== next);
    expect([...moving, ...accepting].map(({ state, action }) => `${state} ${action}`).sort()).toEqual(
      [...onMoney].sort(),
    );
    expect(new Set([...onMoney].map((move) => move.split(' ')[1]))).toEqual(new Set(Object.keys(ORDER_TOTALS)));
  });

  it('knows which amount each is about', () => {
    const amounts = { askedCents: 1, heldCents: 2, reportedCents: 3 };
    expect(totalSeen('submit', amounts)).toBe(1);
    expect(totalSeen('approve', amounts)).toBe(1);
    expect(totalSeen('cancel', amounts)).toBe(2);
    expect(totalSeen('certify', amounts)).toBe(3);
    expect(totalSeen('certify', { ...amounts, reportedCents: null })).toBe(0);
  });

  it('gives back to a contract whatever it gives back to a school of what was committed', () => {
    const given = movesThat(({ state, effects }) => {
      return (
        ORDER_STATES[state].hold === 'committed' && named(effects).some((one) => one === 'release' || one === 'spend')
      );
    });
    expect(movesThat(({ effects }) => named(effects).includes('uncount-contract'))).toEqual(given);
    expect(movesThat(({ effects }) => named(effects).includes('count-contract'))).toEqual(
      movesThat(({ effects }) => named(effects).includes('commit')),
    );
  });

  it('writes an expense at certification only, and never by the system', () => {
    expect(movesThat(({ effects }) => effects.includes('spend'))).toEqual(['confirmed certify']);
    expect(ORDERS.find('confirmed', 'certify')!.who).toEqual(['plan-manager']);
    expect(ORDERS.find('confirmed', 'certify')!.guards).toContain('delegation');
  });

  it('asks again for the convention whenever money is promised to a school', () => {
    expect(movesThat(({ guards }) => guards.includes('convention-in-force'))).toEqual([
      'draft submit',
      'submitted approve',
    ]);
  });

  it('keeps who carried it out from every judgement of the work', () => {
    const judged = movesThat(({ next, state }) => next !== state && (next === 'confirmed' || next === 'certified'));
    expect(movesThat(({ guards }) => guards.includes('not-performer'))).toEqual(judged);
  });

  it('lets nobody certify who submitted, carried out, confirmed or confirmed by default', () => {
    const persons = ['not-performer', 'not-submitter', 'not-confirmer', 'not-default-confirmer'];
    expect(ORDERS.find('confirmed', 'certify')!.guards).toEqual(expect.arrayContaining(persons));
    expect(ORDERS.find('in-progress', 'interrupt')!.effects).toContain('mark-performer');
  });

  it('asks a reason of whoever takes another’s order a step back, or stops it', () => {
    const others: readonly string[] = ['plan-manager', 'technician', 'installer'];
    const back = ORDERS.moves.filter(({ state, next, who }) => {
      const isBack = (ORDER_STATES[next].behind ?? -1) < (ORDER_STATES[state].behind ?? -1);
      return isBack && who.some((role) => others.includes(role));
    });
    expect(back.filter(({ reason }) => !reason)).toEqual([]);
    expect(back.map(({ action }) => action)).toEqual(expect.arrayContaining(['return', 'reject', 'cancel', 'adjourn']));
  });

  it('has a day and hours sent along with every move that fixes a date', () => {
    const fixing = new Set(ORDERS.moves.flatMap(({ action, effects }) => (effects.includes('plan') ? [action] : [])));
    expect([...fixing]).toEqual(ORDER_PLANNING);
    // And both who comes and the school are asked for.
    const planning = movesThat(({ effects }) => effects.includes('plan'));
    const asking = movesThat(({ guards }) => guards.includes('assignee-named') && guards.includes('school-open'));
    const telling = movesThat(({ tells }) => tells.includes('school') && tells.includes('performer'));
    expect(planning.filter((move) => !asking.includes(move))).toEqual([]);
    // Who comes reads it, whoever fixed it, and so does who waits.
    expect(planning.filter((move) => !telling.includes(move))).toEqual([]);
  });

  it('says what a role could do', () => {
    expect(ORDERS.actionsFor('school-head', 'draft')).toEqual(['discard', 'submit']);
    expect(ORDERS.actionsFor('committee', 'submitted')).toEqual([]);
    expect(ORDERS.roleMayEver('installer', 'move')).toBe(true);
    expect(ORDERS.roleMayEver('teacher', 'submit')).toBe(false);
    expect(ORDERS.find('closed', 'certify')).toBeUndefined();
    expect(ORDERS.statesFrom('complement')).toEqual(['installed', 'confirmed']);
  });
});

describe('the states of an order', () => {
  it('have no two the same word', () => {
    const words = Object.values(ORDER_STATES).map(({ word }) => word);
    expect(new Set(words).size).toBe(words.length);
  });

  it('hold money from the submission to the certification', () => {
    const held = ['submitted', 'approved', 'scheduled', 'in-progress', 'installed', 'confirmed'];
    expect(ORDERS_UNDER_WAY).toEqual(expect.arrayContaining(held));
    expect(ORDERS_UNDER_WAY.filter((state) => ORDER_STATES[state].behind === 0)).toEqual([]);
  });

  it('are milestones in the order of the path', () => {
    const behind = Object.values(ORDER_STATES).flatMap((row) => (row.milestone === null ? [] : [row.behind]));
    expect(behind).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('are no trouble while the order goes on, and done once it is certified', () => {
    const goingOn = ORDERS_UNDER_WAY.filter((state) => ['trouble', 'done'].includes(ORDER_STATES[state].tone));
    expect(goingOn).toEqual([]);
    expect(ORDER_STATES.rejected.tone).toBe('trouble');
    expect(ORDER_STATES.certified.tone).toBe('done');
    expect(ORDER_STATES.installed.tone).toBe('waiting');
  });
});
