import { describe, expect, it } from '@jest/globals';
import { axisDays } from './axis';

describe('the axis of a ticket', () => {
  const piece = (from: string, to: string, kind: 'before' | 'counted' | 'ahead') => ({
    ...{ day: '2026-03-09', opens: '2026-03-09T07:00:00Z', kind },
    ...{ from: `2026-03-09T${from}:00Z`, to: `2026-03-09T${to}:00Z` },
  });
  const pieces = [
    piece('07:00', '08:00', 'before'),
    piece('08:00', '10:00', 'counted'),
    piece('10:00', '11:00', 'ahead'),
  ];

  it('draws each piece at its share of the stretch, with now and the deadline where they fall', () => {
    const [day] = axisDays(pieces, Date.parse('2026-03-09T10:00:00Z'), '2026-03-09T11:00:00Z');
    expect(day).toEqual({
      day: '2026-03-09',
      stretches: [
        {
          ...{ minutes: 240, now: 75, due: 100 },
          pieces: [
            { kind: 'before', left: 0, width: 25 },
            { kind: 'counted', left: 25, width: 50 },
            { kind: 'ahead', left: 75, width: 25 },
          ],
        },
      ],
    });
  });

  it('draws neither where they fall elsewhere', () => {
    expect(axisDays(pieces, Date.parse('2026-03-10T10:00:00Z'), null)[0]!.stretches[0]).toMatchObject({
      now: null,
      due: null,
    });
  });
});
