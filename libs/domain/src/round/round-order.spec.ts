import { describe, expect, it } from '@jest/globals';
import { FOUR_DAY_WEEK } from '../calendar/opening-hours.js';
import { accessWindow } from './access-window.js';
import { addedMinutes, orderRound, type RoundPlace } from './round-order.js';
import { kilometresBetween, travelMinutes } from './travel.js';

/** Town halls, to four decimals. */
const SAINT_ETIENNE = { latitude: 45.4397, longitude: 4.3872 };
const SAINT_CHAMOND = { latitude: 45.4746, longitude: 4.5132 };
const RIVE_DE_GIER = { latitude: 45.5303, longitude: 4.6172 };
const FIRMINY = { latitude: 45.3889, longitude: 4.2878 };

const at = (hour: number, minute = 0) => hour * 60 + minute;
const place = (key: string, position: RoundPlace['position'], more: Partial<RoundPlace> = {}): RoundPlace => ({
  ...{ key, position, from: null, until: null, stayMinutes: 30, ...more },
});
const keys = (places: RoundPlace[], start = { position: null as RoundPlace['position'], minute: at(8, 30) }) =>
  orderRound(places, start).map(({ key }) => key);

describe('the way between two schools', () => {
  it('is estimated from the distance, the same both ways, and nothing at the same address', () => {
    expect(kilometresBetween(SAINT_ETIENNE, RIVE_DE_GIER)).toBeCloseTo(20.6, 0);
    expect(travelMinutes(SAINT_ETIENNE, SAINT_CHAMOND)).toBe(27);
    expect(travelMinutes(SAINT_CHAMOND, SAINT_ETIENNE)).toBe(27);
    expect(travelMinutes(FIRMINY, FIRMINY)).toBe(0);
    expect(travelMinutes(FIRMINY, null)).toBeNull();
  });
});

describe('the order of a round', () => {
  it('goes on to the nearest school as long as nobody waits', () => {
    const start = { position: SAINT_ETIENNE, minute: at(8, 30) };
    expect(
      keys([place('rive', RIVE_DE_GIER), place('firminy', FIRMINY), place('chamond', SAINT_CHAMOND)], start),
    ).toEqual(['firminy', 'chamond', 'rive']);
  });

  it('passes a nearer school by for an appointment that would be missed, and comes back', () => {
    const start = { position: SAINT_CHAMOND, minute: at(9) };
    const long = place('chamond', SAINT_CHAMOND, { stayMinutes: 90 });
    const promised = place('rive', RIVE_DE_GIER, { from: at(9, 30), until: at(9, 45) });
    expect(keys([long, promised], start)).toEqual(['rive', 'chamond']);
    expect(keys([long, { ...promised, from: at(14), until: at(14, 30) }], start)).toEqual(['chamond', 'rive']);
  });

  it('does not stand before a closed door while there is work elsewhere', () => {
    const start = { position: FIRMINY, minute: at(9) };
    const closed = place('firminy', FIRMINY, { from: at(13, 30) });
    expect(keys([closed, place('etienne', SAINT_ETIENNE)], start)).toEqual(['etienne', 'firminy']);
  });

  it('says what cannot be kept any more, and loses nothing else for it', () => {
    const legs = orderRound(
      [place('lost', RIVE_DE_GIER, { until: at(9) }), place('kept', SAINT_ETIENNE, { until: at(10, 20) })],
      { position: SAINT_ETIENNE, minute: at(10) },
    );
    expect(legs.map(({ key, late }) => [key, late])).toEqual([
      ['kept', false],
      ['lost', true],
    ]);
  });

  it('begins where nobody knows where it begins, and counts no way there', () => {
    const [first, second] = orderRound([place('a', SAINT_ETIENNE), place('b', SAINT_CHAMOND)], {
      position: null,
      minute: at(8, 30),
    });
    expect(first).toEqual({ key: 'a', travelMinutes: null, beginsAt: at(8, 30), late: false });
    expect(second).toEqual({ key: 'b', travelMinutes: 27, beginsAt: at(9, 27), late: false });
  });

  it('holds every stop once, whatever is known of it', () => {
    const places = [place('x', null), place('y', SAINT_ETIENNE, { until: 0 }), place('z', null, { from: at(16) })];
    expect([...keys(places)].sort()).toEqual(['x', 'y', 'z']);
    expect(keys([])).toEqual([]);
  });
});

describe('one more stop', () => {
  it('costs the way it adds at the best point of the round', () => {
    expect(addedMinutes([SAINT_ETIENNE, RIVE_DE_GIER], SAINT_CHAMOND)).toBeLessThan(10);
    expect(addedMinutes([SAINT_ETIENNE, RIVE_DE_GIER], FIRMINY)).toBe(travelMinutes(SAINT_ETIENNE, FIRMINY));
    expect(addedMinutes([], FIRMINY)).toBeNull();
    expect(addedMinutes([FIRMINY], null)).toBeNull();
  });
});

describe('who opens', () => {
  const card = { presenceNeeded: true, openingHours: [{ from: '2026-01-01', hours: FOUR_DAY_WEEK }] };
  it('is somebody of the school, in its hours of that day', () => {
    expect(accessWindow('2026-11-24', card)).toEqual({ from: at(8, 30), until: at(16, 30) });
    expect(accessWindow('2026-11-25', card)).toBeNull();
    expect(accessWindow('2026-11-28', card)).toBeNull();
    expect(accessWindow('2026-11-24', { ...card, presenceNeeded: false })).toBeNull();
  });
});
