import { describe, expect, it } from '@jest/globals';
import { closeOf, endOf, hoursOf, missingInVisit, NOTHING_SAID } from './visit-draft';

const page = { begunAt: '2026-11-24T12:50:00.000Z' };
const now = new Date('2026-11-24T13:35:00.000Z');
const said = { signed: true, code: '', now };

describe('the end of a visit as it is written', () => {
  it('has the hours of its own day, as they are corrected; else from its arrival until now', () => {
    expect(hoursOf(NOTHING_SAID, page, now)).toEqual({ begunAt: page.begunAt, leftAt: now.toISOString() });
    expect(hoursOf({ begunAt: '13:30', leftAt: '14:20' }, page, now)).toEqual({
      ...{ begunAt: '2026-11-24T12:30:00.000Z', leftAt: '2026-11-24T13:20:00.000Z' },
    });
  });

  it('says what is missing, one thing at a time', () => {
    const draft = { ...NOTHING_SAID, met: 'head' as const };
    expect(missingInVisit(draft, page, said)).toBe('');
    expect(missingInVisit(NOTHING_SAID, page, said)).toContain('qui vous avez rencontré');
    expect(missingInVisit(draft, page, { ...said, signed: false })).toContain('Faites signer');
    expect(missingInVisit({ ...draft, leftAt: '10:00' }, page, said)).toContain('après l’arrivée');
    expect(missingInVisit({ ...draft, ending: 'nobody' }, page, said)).toContain('personne n’a signé');
    expect(missingInVisit({ ...draft, ending: 'code' }, page, said)).toContain('code personnel');
    expect(missingInVisit({ ...draft, ending: 'code' }, page, { ...said, code: '246813' })).toBe('');
    // Forgotten until the next morning: the hour of the departure is said.
    const tomorrow = { ...said, now: new Date('2026-11-25T07:00:00.000Z') };
    expect(missingInVisit(draft, page, tomorrow)).toContain('le même jour');
  });

  it('sends whom one met or why nobody was there, never both', () => {
    const draft = { ...NOTHING_SAID, met: 'head' as const, absenceReason: 'Midi', note: '  ' };
    expect(closeOf(draft, endOf(draft, page, [], now))).toMatchObject({ met: 'head', absenceReason: null, note: null });
    const nobody = { ...draft, ending: 'nobody' as const };
    const coded = { ...draft, ending: 'code' as const };
    expect(closeOf(coded, endOf(coded, page, [], now))).toMatchObject({ ending: 'later', met: 'head' });
    expect(closeOf(nobody, endOf(nobody, page, [], now))).toMatchObject({ met: null, absenceReason: 'Midi' });
  });
});
