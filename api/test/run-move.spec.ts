import { describe, expect, it } from '@jest/globals';
import { BY_STEP, type Move } from '@parc/domain';
import { parentsOf, runRow, type Steps } from '../src/platform/lifecycle/run-move.js';

/** One row of a table, run without a database: a lamp that is lit. */

interface Lamp {
  watts: number;
  done: string[];
}

const row = (given: Partial<Move>): Move => ({
  ...{ state: 'off', action: 'light', next: 'on', who: ['teacher'], guards: [], effects: [], tells: [] },
  ...given,
});

const steps: Steps<Lamp, Partial<Lamp>, 'house' | 'street'> = {
  rules: { awake: () => null, plugged: BY_STEP, asleep: BY_STEP },
  guards: { plugged: { locks: ['street'], check: ({ done }) => void done.push('plugged?') } },
  effects: {
    warm: {
      locks: ['house'],
      run: ({ watts, done }, of) => {
        done.push(`warm ${of} from ${watts}`);
        return { columns: { watts: watts + 1 }, detail: { [of]: watts } };
      },
    },
    rest: { locks: [], run: () => undefined },
  },
};

const run = async (given: Partial<Move>) => {
  const lamp: Lamp = { watts: 0, done: [] };
  return { lamp, ...(await runRow(row(given), steps, lamp, lamp)) };
};

describe('a row', () => {
  it('asks its guards, then makes its effects, in its order, each seeing what the one before left', async () => {
    const { lamp, columns, detail } = await run({
      guards: ['awake', 'plugged'],
      effects: ['warm slowly', 'rest', 'warm quickly'],
    });
    expect(lamp.done).toEqual(['plugged?', 'warm slowly from 0', 'warm quickly from 1']);
    expect(columns).toEqual({ watts: 2 });
    expect(detail).toEqual({ slowly: 0, quickly: 1 });
  });

  it('makes nothing that it does not name', async () => {
    expect((await run({})).lamp).toEqual({ watts: 0, done: [] });
  });

  it.each<[string, Partial<Move>]>([
    ['no step answers the guard "asleep" of "light"', { guards: ['asleep'] }],
    ['no step answers the guard "unheard-of" of "light"', { guards: ['unheard-of'] }],
    ['no step makes the effect "cool" of "light"', { effects: ['cool slowly'] }],
  ])('does not move when a name of it is answered by nothing: %s', async (sentence, given) => {
    await expect(run(given)).rejects.toThrow(sentence);
  });

  it('locks, whatever its state, the parents that its guards and effects need', () => {
    const moves = [
      row({ guards: ['plugged'] }),
      row({ state: 'dim', effects: ['warm slowly'] }),
      row({ action: 'look' }),
    ];
    expect([...parentsOf(moves, steps, 'light')].sort()).toEqual(['house', 'street']);
    expect(parentsOf(moves, steps, 'look').size).toBe(0);
  });
});
