import { OWN_MAIL_DOMAIN } from '../maintenance/mail-in/automatic-mail.js';
import { inOrder, type TrainingDate } from './training-dates.js';

/** What a calendar is told: somebody comes to a session, or no longer does. */
export type CalendarMethod = 'REQUEST' | 'CANCEL';

/** One session as a calendar shows it. */
export interface CalendarEvent {
  /** Of the session: the same in every message about it, so that a calendar finds it again. */
  id: string;
  /** Grows with every change that is told. */
  sequence: number;
  title: string;
  place: string;
  /** The address of its page. */
  page: string;
  dates: readonly TrainingDate[];
  at: Date;
}

export interface CalendarSession extends CalendarEvent {
  /** Whom it comes from: a plain address. */
  organizer: string;
}

/** Whom it goes to is written when it goes: one text serves all who are told the same. */
const ATTENDEE = 'ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:';

/**
 * An invitation as calendars read it (RFC 5545, RFC 5546): one UID a session; its further dates recur, and those of another
 * length say their own. It names nobody yet: `invitationTo`.
 */
export function calendarText(method: CalendarMethod, session: CalendarSession): string {
  return calendar(
    [`METHOD:${method}`],
    eventsOf(session, [
      `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
      ...[`ORGANIZER:mailto:${session.organizer}`, ATTENDEE],
    ]),
  );
}

/** The text with whom it goes to. @param attendee a plain address */
export const invitationTo = (attendee: string, text: string): string =>
  text.replaceAll(`\r\n${ATTENDEE}\r\n`, () => `\r\n${folded(ATTENDEE + attendee)}\r\n`);

/** A calendar that is read again and again: whoever has its address needs no invitation. */
export const calendarFeed = (name: string, events: readonly CalendarEvent[]): string =>
  calendar(
    ['METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT6H'],
    events.flatMap((event) => eventsOf(event, ['STATUS:CONFIRMED'])),
  );

function calendar(head: readonly string[], events: readonly string[]): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Parc École//Formations//FR'],
    ...head,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventsOf(event: CalendarEvent, ends: readonly string[]): string[] {
  const [first, ...others] = inOrder(event.dates);
  const length = ({ startsAt, endsAt }: TrainingDate) => endsAt.getTime() - startsAt.getTime();
  const longer = others.filter((date) => length(date) !== length(first!));
  const recurs = others.length === 0 ? [] : [`RDATE:${others.map(({ startsAt }) => stamp(startsAt)).join()}`];
  return [
    ...eventOf(event, first!, recurs, ends),
    ...longer.flatMap((date) => eventOf(event, date, [`RECURRENCE-ID:${stamp(date.startsAt)}`], ends)),
  ];
}

function eventOf(
  { id, sequence, title, place, page, at }: CalendarEvent,
  { startsAt, endsAt }: TrainingDate,
  more: readonly string[],
  ends: readonly string[],
): string[] {
  return [
    ...['BEGIN:VEVENT', `UID:${id}@${OWN_MAIL_DOMAIN}`, `SEQUENCE:${sequence}`, `DTSTAMP:${stamp(at)}`],
    ...[`DTSTART:${stamp(startsAt)}`, `DTEND:${stamp(endsAt)}`, ...more],
    ...[`SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, `URL:${page}`],
    ...ends,
    'END:VEVENT',
  ];
}

/** UTC, to the second: `20261202T130000Z`. */
const stamp = (instant: Date): string => instant.toISOString().replaceAll(/[-:]|\.\d+/g, '');

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');

const LINE_BYTES = 75;

/** No line is longer than 75 bytes, and no character is cut. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const rows = [''];
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > LINE_BYTES) {
      rows.push(' ');
      bytes = 1;
    }
    rows[rows.length - 1] += character;
    bytes += size;
  }
  return rows.join('\r\n');
}
