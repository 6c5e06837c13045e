import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../roles/roles.js';
import { symptomsOf, SYMPTOM_NAMES, SYMPTOMS } from './symptoms.js';
import { ticketFields } from './ticket-fields.js';
import { higherPriority, IMPACT_NAMES, priorityOf, TICKET_SUBJECT_NAMES, URGENCY_NAMES } from './ticket-kinds.js';
import { TICKETS, TICKETS_RESOLVED, TICKETS_TO_CLOSE, TICKETS_WAITING } from './ticket-lifecycle.js';
import { judgeTicketMove, possibleTicketActions, type TicketFacts } from './ticket-rules.js';
import { TICKET_MILESTONES, TICKETS_IN_HAND, TICKETS_OPEN, TICKETS_OVER } from './ticket-states.js';

const facts = (changes: Partial<TicketFacts> = {}): TicketFacts => ({
  ...{
    state: 'new',
    reportedBy: 'teacher',
    assignedTo: null,
    reviewOn: null,
    answered: false,
    certified: false,
    resolvedOn: null,
  },
  ...{ today: '2026-10-06', ...changes },
});
const K = { accountId: 'technician', role: 'technician' } as const;
const T = { accountId: 'teacher', role: 'teacher' } as const;
const H = { accountId: 'head', role: 'school-head' } as const;
const S = { accountId: 'system', role: 'system' } as const;
const refusal = (...asked: Parameters<typeof judgeTicketMove>) => judgeTicketMove(...asked).refused?.code ?? 'made';

describe('the priority of a ticket', () => {
  it('follows from how many are hindered, and whether class goes on', () => {
    const table = IMPACT_NAMES.map((impact) => URGENCY_NAMES.map((urgency) => priorityOf(impact, urgency)).join(' '));
    expect(table).toEqual(['P3 P3 P2', 'P3 P2 P1', 'P2 P2 P1']);
  });

  it('is the higher of two that are joined', () => {
    expect([higherPriority('P1', 'P3'), higherPriority('P3', 'P2'), higherPriority('P2', 'P2')]).toEqual([
      'P1',
      'P2',
      'P2',
    ]);
  });
});

describe('a symptom', () => {
  it('is said of something, each, and of everything something else may be said', () => {
    expect(SYMPTOM_NAMES.filter((name) => SYMPTOMS[name].of.length === 0)).toEqual([]);
    for (const subject of TICKET_SUBJECT_NAMES) {
      expect(symptomsOf(subject).at(-1)).toBe('other');
      expect(symptomsOf(subject).length).toBeGreaterThan(1);
    }
    expect(symptomsOf('service')).toEqual(['outage', 'intermittent', 'no-access', 'other']);
  });
});

describe('the states of a ticket', () => {
  it('are open or over, and in hand from the moment that somebody takes it', () => {
    expect(TICKETS_OPEN).toEqual(['new', 'assigned', 'planned', 'in-progress', 'waiting']);
    expect(TICKETS_OVER).toEqual(['resolved', 'closed', 'cancelled', 'merged']);
    expect(TICKETS_IN_HAND).toEqual(['assigned', 'planned', 'in-progress', 'waiting']);
    expect([TICKETS_WAITING, TICKETS_TO_CLOSE]).toEqual([['waiting'], ['resolved']]);
    expect(TICKETS_RESOLVED).toEqual(['resolved', 'closed']);
    expect(TICKET_MILESTONES).toEqual(['new', 'assigned', 'planned', 'resolved', 'closed']);
  });

  it('are left by an act of somebody, to the end', () => {
    expect(TICKETS.states.filter((state) => TICKETS.moves.every((move) => move.state !== state))).toEqual([
      'cancelled',
      'merged',
    ]);
  });
});

describe('a move of a ticket', () => {
  it('is started by who has it alone', () => {
    expect(refusal(K, 'start', facts({ state: 'assigned', assignedTo: 'technician' }))).toBe('made');
    expect(refusal(K, 'start', facts({ state: 'assigned', assignedTo: 'colleague' }))).toBe('ticket.not-assignee');
  });

  it('is closed by the system after a week, or once the order that repaired it is certified', () => {
    const resolved = {
      state: 'resolved',
      assignedTo: 'technician',
      resolvedOn: '2026-10-06',
      today: '2026-10-12',
    } as const;
    expect(refusal(S, 'close', facts(resolved))).toBe('ticket.too-early');
    expect(refusal(S, 'close', facts({ ...resolved, today: '2026-10-13' }))).toBe('made');
    expect(refusal(S, 'close', facts({ ...resolved, certified: true }))).toBe('made');
  });

  it('is taken back by the teacher who reported it, while nobody has it', () => {
    expect(refusal(T, 'cancel', facts(), 'réparé')).toBe('made');
    expect(refusal(T, 'merge', facts())).toBe('made');
    expect(refusal(T, 'cancel', facts(), ' ')).toBe('ticket.reason-missing');
    expect(refusal(T, 'cancel', facts({ reportedBy: 'other' }), 'réparé')).toBe('ticket.not-yours');
    expect(refusal(T, 'cancel', facts({ state: 'assigned' }), 'réparé')).toBe('role.may-not');
    expect(refusal(K, 'cancel', facts({ reportedBy: 'other' }), 'réparé')).toBe('made');
  });

  it('is the system’s on the day of review, or at the school’s answer, not before', () => {
    const waiting = { state: 'waiting', reviewOn: '2026-10-07' } as const;
    expect(refusal(S, 'resume', facts(waiting))).toBe('ticket.too-early');
    expect(refusal(S, 'resume', facts({ ...waiting, today: '2026-10-07' }))).toBe('made');
    expect(refusal(S, 'resume', facts({ ...waiting, answered: true }))).toBe('made');
    expect(refusal(K, 'resume', facts(waiting))).toBe('made');
  });

  it('closes it by itself seven days after the resolution, and by the school at any time', () => {
    const resolved = (today: string) => facts({ state: 'resolved', resolvedOn: '2026-10-01', today });
    expect(refusal(S, 'close', resolved('2026-10-07'))).toBe('ticket.too-early');
    expect(refusal(S, 'close', resolved('2026-10-08'))).toBe('made');
    expect(refusal(H, 'close', resolved('2026-10-01'))).toBe('made');
  });

  it('opens it again until the tenth day after the resolution', () => {
    const closed = (today: string) => facts({ state: 'closed', resolvedOn: '2026-10-01', today });
    expect(refusal(H, 'reopen', closed('2026-10-11'), 'encore')).toBe('made');
    expect(refusal(H, 'reopen', closed('2026-10-12'), 'encore')).toBe('ticket.too-late');
  });

  it('is offered where the rules would let it through', () => {
    expect(possibleTicketActions(T, facts({ reportedBy: 'other' }))).toEqual([]);
    expect(possibleTicketActions(K, facts({ state: 'assigned', assignedTo: 'colleague' }))).not.toContain('start');
  });
});

describe('what is read of a ticket', () => {
  it('is, by role, what its work needs', () => {
    const read = (role: (typeof ROLES)[number]) =>
      Object.entries(ticketFields(role)).flatMap(([group, reads]) => (reads ? [group] : []));
    const byRole = Object.fromEntries(ROLES.map((role) => [role, read(role).join(' ')]));
    expect(byRole).toEqual({
      ...{ teacher: 'names texts costs', 'school-head': 'names texts costs', technician: 'notes names texts costs' },
      ...{
        installer: '',
        'plan-manager': 'notes names texts costs',
        'commune-officer': '',
        'private-body-officer': 'costs',
      },
      ...{ inspector: '', 'digital-trainer': '', committee: '', administrator: '' },
    });
  });
});
