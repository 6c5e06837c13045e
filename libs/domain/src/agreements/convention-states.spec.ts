import { describe, expect, it } from '@jest/globals';
import { CONVENTIONS, CONVENTIONS_SIGNED } from './convention-lifecycle.js';
import {
  CONVENTION_STATE_NAMES,
  CONVENTION_STATES,
  CONVENTIONS_AWAITED,
  CONVENTIONS_EDITABLE,
  CONVENTIONS_IN_FORCE,
  CONVENTIONS_OVER,
  CONVENTIONS_TO_CONCLUDE,
  CONVENTIONS_TO_RENEW,
} from './convention-states.js';

describe('the named sets of conventions', () => {
  it('are, each, the states that their names say', () => {
    expect(CONVENTIONS_EDITABLE).toEqual(['drafted']);
    expect(CONVENTIONS_SIGNED).toEqual(['signed', 'in-force']);
    expect(CONVENTIONS_IN_FORCE).toEqual(['in-force']);
    expect(CONVENTIONS_TO_RENEW).toEqual(['expired']);
    expect(CONVENTIONS_AWAITED).toEqual([...CONVENTIONS_TO_CONCLUDE, ...CONVENTIONS_TO_RENEW]);
  });

  it('leave none out: to conclude, in force or over', () => {
    expect([...CONVENTIONS_TO_CONCLUDE, ...CONVENTIONS_IN_FORCE, ...CONVENTIONS_OVER]).toEqual(CONVENTION_STATE_NAMES);
  });

  it('pass the steps of the path in order, and are over at its end alone', () => {
    const behind = CONVENTION_STATE_NAMES.map((state) => CONVENTION_STATES[state].behind);
    expect(behind).toEqual([...behind].sort());
    const atTheEnd = CONVENTION_STATE_NAMES.filter((state) => CONVENTION_STATES[state].behind === 5);
    expect(atTheEnd).toEqual(CONVENTIONS_OVER);
  });

  it('await what comes next, but of the one whose place another has taken', () => {
    expect(CONVENTION_STATE_NAMES.filter((state) => !CONVENTION_STATES[state].awaited)).toEqual(['renewed']);
  });

  it('let their act be written until they have run, be drafted again at first, and be followed once they hold', () => {
    const those = (is: (row: (typeof CONVENTION_STATES)[keyof typeof CONVENTION_STATES]) => boolean) =>
      CONVENTION_STATE_NAMES.filter((state) => is(CONVENTION_STATES[state]));
    expect(those(({ actOpen }) => actOpen)).toEqual([...CONVENTIONS_TO_CONCLUDE, ...CONVENTIONS_IN_FORCE]);
    expect(those(({ mayBeFollowed }) => mayBeFollowed)).toEqual(['in-force', 'expired']);
    expect(CONVENTIONS.initial).toBe('drafted');
  });
});
