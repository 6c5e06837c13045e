import { describe, expect, it } from '@jest/globals';
import type { TicketPage } from '@parc/api-client';
import { classWords, leftWords, shortLeft, WAITED_FOR, queueTitle } from './ticket-words';
import { quoteRequest } from '../maintenance/page/quote-request';
import { ticketButtons } from '../maintenance/page/ticket-steps';
import { mayBeSame } from '../maintenance/report/report-draft';
import { ticketPath } from '../maintenance/page/ticket-thread';

describe('the title of the queue', () => {
  it.each([
    [0, 0, 'Aucun délai ne tombe aujourd’hui'],
    [0, 1, '1 délai tombe aujourd’hui'],
    [0, 2, '2 délais tombent aujourd’hui'],
    [1, 0, '1 délai est dépassé'],
    [2, 1, '2 délais sont dépassés, 1 tombe aujourd’hui'],
    [2, 3, '2 délais sont dépassés, 3 tombent aujourd’hui'],
  ])('with %s late and %s due today', (late, dueToday, title) => {
    expect(queueTitle({ late, dueToday })).toBe(title);
  });
});

describe('the acts of a ticket', () => {
  const rareOf = (possible: TicketPage['possible']) =>
    ticketButtons({ possible })
      .filter(({ rare }) => rare)
      .map(({ action }) => action);

  it('keep the rare ones apart where several stand', () => {
    const possible: TicketPage['possible'] = [
      'start',
      'resolve',
      'plan',
      'wait',
      'hand-over',
      'give-back',
      'merge',
      'cancel',
    ];
    expect(rareOf(possible)).toEqual(['hand-over', 'give-back', 'merge', 'cancel']);
  });

  it('stand together when they are few, and the first is never apart', () => {
    expect(rareOf(['take', 'merge', 'cancel'])).toEqual([]);
    expect(rareOf(['hand-over', 'give-back', 'merge', 'cancel'])).toEqual(['give-back', 'merge', 'cancel']);
  });
});

describe('the path of a ticket', () => {
  const line = (action: string, toState: string, at: string) => ({ action, toState, at });
  const path = (page: object) => ticketPath(page as TicketPage).map(({ label, note }) => [label, note]);
  const reported = line('report', 'new', '2026-03-02T09:00:00Z');
  const taken = line('take', 'assigned', '2026-03-03T09:00:00Z');

  it('says a visit on the day when somebody comes, not when it was planned', () => {
    const history = [reported, taken, line('plan', 'planned', '2026-03-04T09:00:00Z')];
    const planned = path({ state: 'planned', history, plannedFrom: '2026-03-09T09:00:00Z' });
    expect(planned[2]).toEqual(['Visite', expect.stringMatching(/\s9\smars/)]);
  });

  it('says it on the day when somebody came without a plan', () => {
    const history = [reported, taken, line('start', 'in-progress', '2026-03-05T09:00:00Z')];
    const started = path({ state: 'in-progress', history, plannedFrom: null });
    expect(started[2]).toEqual(['Visite', expect.stringMatching(/\s5\smars/)]);
  });
});

it('one who is waited for is an answer that stands alone', () => {
  for (const word of Object.values(WAITED_FOR)) expect(word).toMatch(/^(L’|La|Le|Une) ?\p{L}/u);
});

describe('what is known already', () => {
  const device = { subject: 'device', equipmentId: 'd' } as const;
  const internet = { sameDevice: false, subject: 'service', service: 'internet', symptom: 'intermittent' } as const;
  const neighbour = { sameDevice: false, subject: 'device', service: null, symptom: 'no-sound' } as const;

  it.each([
    ['the Internet that drops is not a dead device', device, 'no-power', internet, false],
    ['it may be a device without Internet', device, 'no-network', internet, true],
    [
      'nor is it the workspace',
      { subject: 'service', schoolId: 's', service: 'workspace' } as const,
      'no-access',
      internet,
      false,
    ],
    ['what is of the same device always may be', device, 'slow', { ...neighbour, sameDevice: true }, true],
    ['a neighbour is by its symptom', device, 'no-sound', neighbour, true],
    ['and by no other', device, 'slow', neighbour, false],
    ['the whole school may be everything', device, 'no-power', { ...internet, subject: 'school', service: null }, true],
    ['a room is its devices', { subject: 'room', schoolId: 's', roomId: 'r' } as const, 'no-light', neighbour, true],
  ] as const)('%s', (_, report, symptom, other, same) => {
    expect(mayBeSame(report, symptom, other)).toBe(same);
  });
});

describe('the clocks of a row', () => {
  const plain = (words: string) => words.replaceAll(/\s/g, ' ');
  const run = { late: false, stopped: false, leftMinutes: 343 };

  it('say what is left, when it is looked at again while it stands still, and that all is spent', () => {
    expect(plain(leftWords({ reviewOn: null }, run))).toBe('encore 5 h 43');
    expect(plain(leftWords({ reviewOn: '2026-11-25' }, { ...run, stopped: true }))).toBe('revoir le mer. 25 nov.');
    expect(plain(leftWords({ reviewOn: '2026-11-25' }, run))).toBe('encore 5 h 43');
    expect(leftWords({ reviewOn: '2026-11-25' }, { ...run, stopped: true, late: true })).toBe('en retard');
    expect(plain(leftWords({ reviewOn: null }, { ...run, stopped: true }))).toBe('à l’arrêt, reste 5 h 43');
    expect(shortLeft({ ...run, ended: true })).toBe('tenu');
    expect(plain(classWords({ classMinutes: 61 }))).toBe('1 h 01');
  });
});

it('a quote is sent in cents and basis points', () => {
  expect(quoteRequest({ itemId: 'i', unitNetCents: '160,50', vatBasisPoints: '550', note: ' Dalle ' })).toEqual({
    ...{ itemId: 'i', unitNetCents: 16_050, vatBasisPoints: 550, note: 'Dalle' },
  });
});
