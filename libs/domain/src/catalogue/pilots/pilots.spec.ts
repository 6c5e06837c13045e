import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../roles/roles.js';
import { pilotFields } from './pilot-fields.js';
import { pilotStanding, type PilotFacts } from './pilot-kinds.js';

const FACTS: PilotFacts = { fromDay: '2026-12-01', toDay: '2026-12-18', endedOn: null, itemState: 'proposed' };

describe('a trial in a pilot school', () => {
  it.each<[string, Partial<PilotFacts>, string]>([
    ['2026-11-30', {}, 'coming'],
    ['2026-12-01', {}, 'running'],
    ['2026-12-18', { itemState: 'under-review' }, 'running'],
    ['2026-12-19', {}, 'over'],
    ['2026-12-10', { endedOn: '2026-12-10' }, 'over'],
    ['2026-12-10', { itemState: 'validated' }, 'over'],
    ['2026-12-10', { itemState: 'rejected' }, 'over'],
  ])('on %s, with %j, is %s', (today, given, standing) => {
    expect(pilotStanding({ ...FACTS, ...given }, today)).toBe(standing);
  });

  it('tells what people wrote to whoever prepares the decision alone', () => {
    expect(ROLES.filter((role) => pilotFields(role).texts)).toEqual(['plan-manager']);
  });
});
