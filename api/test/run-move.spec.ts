import { describe, expect, it } from '@jest/globals';
import { BY_STEP, lifecycle, type Lifecycle, type Move, type Words } from '@parc/domain';
import { parentsOf, runMove, runRow, type Running, type Steps } from '../src/platform/lifecycle/run-move.js';

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

describe('a move', () => {
  const table = lifecycle({
    name: 'lamps',
    states: {
      off: { word: 'Éteinte', tone: 'idle', icon: 'circle' },
      on: { word: 'Allumée', tone: 'done', icon: 'check', final: true },
    },
    initial: 'off',
    moves: [{ from: 'off', action: 'light', who: ['teacher'], to: 'on', tells: ['school'] }],
  }) as Lifecycle<Words>;
  const lamp = (): Lamp => ({ watts: 0, done: [] });
  const running: Running<Words, Lamp, Partial<Lamp>, 'house' | 'street'> = {
    table,
    steps,
    write: async ({ done }, { next }, { columns }) => void done.push(`written ${next} ${JSON.stringify(columns)}`),
    tell: async ({ done }, { tells }) => void done.push(`told ${tells.join()}`),
  };

  it('is written once its row has run, and told after', async () => {
    const lit = lamp();
    await runMove(running, row({ effects: ['warm slowly'], tells: ['school'] }), lit, lit);
    expect(lit.done).toEqual(['warm slowly from 0', 'written on {"watts":1}', 'told school']);
  });

  it('tells nobody when its row names nobody, and leaves nothing when a guard refuses', async () => {
    const quiet = lamp();
    await runMove(running, row({}), quiet, quiet);
    expect(quiet.done).toEqual(['written on {}']);
    const refused = lamp();
    await expect(runMove(running, row({ guards: ['asleep'] }), refused, refused)).rejects.toThrow('asleep');
    expect(refused.done).toEqual([]);
  });
});
