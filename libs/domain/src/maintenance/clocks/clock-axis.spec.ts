import { describe, expect, it } from '@jest/globals';
import { type AxisKind, clockAxis } from './clock-axis.js';
import { type Calendars, clocks } from './clocks.js';
import { STANDARD_SERVICE_WEEK } from './service-hours.js';
import { STANDARD_TARGETS } from './spending.js';
import type { TicketHistoryRow } from './ticket-history.js';
import { serviceTime } from './working-time.js';

const service = serviceTime({
  ...{ hours: [{ from: '2000-01-01', week: STANDARD_SERVICE_WEEK }], closings: [], publicHolidays: new Set<string>() },
  publicHolidaysUntil: '2030-12-31',
});
const calendars: Calendars = { service, presence: service };
const row = (at: string, action: string, reason: string | null = null): TicketHistoryRow => ({
  ...{ at: new Date(at), action, reason, note: null, priority: 'P1', presence: false },
});

function read(history: readonly TicketHistoryRow[], at: string) {
  const now = new Date(at);
  const said = clocks(history, now, calendars, [{ from: '2000-01-01', ...STANDARD_TARGETS }])!;
  const pieces = clockAxis(said, now, service);
  const minutes = (kind: AxisKind) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()) / 60_000, 0);
  return { said, pieces, minutes };
}

describe('Both clocks on one axis', () => {
  // Monday 9 March 2026, winter time: 8:00 in Paris is 7:00 UTC.
  const waits = [
    row('2026-03-09T07:00:00Z', 'report'),
    row('2026-03-09T07:30:00Z', 'take'),
    row('2026-03-09T09:00:00Z', 'wait', 'school'),
  ];

  it('adds up to the minute: what counted is the métropole’s, with what stood still the class’s', () => {
    const { said, minutes } = read([...waits, row('2026-03-09T13:30:00Z', 'resume')], '2026-03-09T15:00:00Z');
    expect([minutes('counted'), minutes('stopped')]).toEqual([said.metropole.minutes, 180]);
    expect(minutes('counted') + minutes('stopped')).toBe(said.class.minutes);
    expect(minutes('counted') + minutes('ahead')).toBe(said.metropole.targetMinutes);
  });

  it('shows nothing ahead while it is stopped, and nothing of what is repaired', () => {
    expect(read(waits, '2026-03-09T10:00:00Z').minutes('ahead')).toBe(0);
    expect(read([...waits.slice(0, 2), row('2026-03-09T09:30:00Z', 'resolve')], '2026-03-09T10:00:00Z').pieces).toEqual(
      [],
    );
  });

  it('leaves days off out, and of many days the middle ones', () => {
    const days = ({ pieces }: ReturnType<typeof read>) => [...new Set(pieces.map(({ day }) => day))];
    expect(days(read(waits, '2026-03-30T10:00:00Z'))).toEqual([
      ...['2026-03-09', '2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30'],
    ]);
  });

  it('follows a stretch without a gap, from its opening on', () => {
    const { pieces } = read(waits, '2026-03-09T10:00:00Z');
    expect(pieces[0]).toMatchObject({ from: pieces[0]!.opens });
    for (const [place, piece] of pieces.entries()) {
      const before = pieces[place - 1];
      if (before && +before.opens === +piece.opens) expect(piece.from).toEqual(before.to);
    }
  });
});
