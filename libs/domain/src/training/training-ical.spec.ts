import { describe, expect, it } from '@jest/globals';
import { parisInstantOf } from '../calendar/paris-time.js';
import { calendarFeed, calendarText, invitationTo, type CalendarSession } from './training-ical.js';

const SESSION: CalendarSession = {
  ...{ id: '01900000-0000-7000-8000-000000000001', sequence: 3, title: 'Prendre en main ; l’écran, 1re partie' },
  ...{ place: 'École du Châtelet, Firminy', page: 'https://parc.example/formations/1' },
  ...{ organizer: 'parc@exemple.fr', at: new Date('2026-11-30T08:00:00Z') },
  dates: [{ startsAt: parisInstantOf('2026-12-02', '14:00'), endsAt: parisInstantOf('2026-12-02', '16:00') }],
};
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('an invitation for calendars', () => {
  it('says when, where, which, and whom', () => {
    const lines = unfolded(calendarText('REQUEST', SESSION));
    expect(lines.slice(0, 4)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      expect.stringMatching(/^PRODID/),
      'METHOD:REQUEST',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        ...['UID:01900000-0000-7000-8000-000000000001@parc-ecole', 'SEQUENCE:3', 'STATUS:CONFIRMED'],
        ...['DTSTART:20261202T130000Z', 'DTEND:20261202T150000Z', 'DTSTAMP:20261130T080000Z'],
        ...['SUMMARY:Prendre en main \\; l’écran\\, 1re partie', 'LOCATION:École du Châtelet\\, Firminy'],
        ...['ORGANIZER:mailto:parc@exemple.fr'],
      ]),
    );
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  it('names whom it goes to at each of its dates, once it goes', () => {
    const longer = { startsAt: parisInstantOf('2026-12-16', '13:30'), endsAt: parisInstantOf('2026-12-16', '16:30') };
    const text = calendarText('REQUEST', { ...SESSION, dates: [...SESSION.dates, longer] });
    expect(text).not.toContain('exemple.org');
    const address = `${'a'.repeat(60)}$&@exemple.org`;
    const sent = invitationTo(address, text);
    const named = unfolded(sent).filter((line) => line.startsWith('ATTENDEE'));
    expect(named).toEqual(Array(2).fill(`ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${address}`));
    for (const line of sent.split('\r\n')) expect(line.length).toBeLessThanOrEqual(75);
  });

  it('is taken back under the same name', () => {
    const lines = unfolded(calendarText('CANCEL', { ...SESSION, sequence: 4 }));
    expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:4']));
    expect(lines).toContain('UID:01900000-0000-7000-8000-000000000001@parc-ecole');
  });

  it('of several dates recurs, and says the length of those that last longer', () => {
    const week = { startsAt: parisInstantOf('2026-12-09', '14:00'), endsAt: parisInstantOf('2026-12-09', '16:00') };
    const longer = { startsAt: parisInstantOf('2026-12-16', '13:30'), endsAt: parisInstantOf('2026-12-16', '16:30') };
    const lines = unfolded(calendarText('REQUEST', { ...SESSION, dates: [longer, week, ...SESSION.dates] }));
    expect(lines).toContain('RDATE:20261209T130000Z,20261216T123000Z');
    expect(lines).toContain('RECURRENCE-ID:20261216T123000Z');
    expect(lines.filter((line) => line.startsWith('UID:'))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('DTEND:'))).toEqual([
      'DTEND:20261202T150000Z',
      'DTEND:20261216T153000Z',
    ]);
  });

  it('has no line beyond 75 bytes, and cuts no character', () => {
    const long = calendarText('REQUEST', { ...SESSION, title: 'é'.repeat(200) });
    for (const line of long.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(unfolded(long)).toContain(`SUMMARY:${'é'.repeat(200)}`);
  });
});

describe('a calendar that is read again and again', () => {
  it('holds each session once, without whom it is for', () => {
    const { organizer: _, ...event } = SESSION;
    const lines = unfolded(calendarFeed('Mes formations', [event, { ...event, id: 'other', sequence: 1 }]));
    expect(lines).toEqual(expect.arrayContaining(['METHOD:PUBLISH', 'X-WR-CALNAME:Mes formations']));
    expect(lines.filter((line) => line.startsWith('UID:'))).toEqual([
      'UID:01900000-0000-7000-8000-000000000001@parc-ecole',
      'UID:other@parc-ecole',
    ]);
    expect(lines.filter((line) => /^(ORGANIZER|ATTENDEE)/.test(line))).toEqual([]);
  });
});
