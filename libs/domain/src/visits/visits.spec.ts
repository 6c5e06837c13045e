import { describe, expect, it } from '@jest/globals';
import { ROLES, type ActorRole } from '../roles/roles.js';
import { VISIT_ENDING_NAMES, VISIT_ENDINGS_TOLD } from './visit-kinds.js';
import { isVisitRecordedOnSite, VISITS, VISIT_ACTIONS } from './visit-lifecycle.js';
import { endingProblem, judgeVisitMove, minutesThere, possibleVisitActions, type VisitFacts } from './visit-rules.js';
import { VISIT_STATE_NAMES, VISITS_OPEN, VISITS_TOLD } from './visit-states.js';
import { minutesWords, repairWords, waitWords } from './visit-words.js';

const ME = 'me';
const facts = (change: Partial<VisitFacts> = {}): VisitFacts => ({
  ...{ state: 'open', begunBy: ME, begunAt: '2026-11-30T08:00:00.000Z', partsDone: 1, now: '2026-11-30T10:00:00.000Z' },
  ...change,
});
const ask = (
  role: ActorRole,
  action: (typeof VISIT_ACTIONS)[number],
  change: Partial<VisitFacts> = {},
  reason?: string,
) => {
  const { move, refused } = judgeVisitMove({ accountId: ME, role }, action, facts(change), reason);
  return move?.next ?? refused!.code;
};

describe('the table of visits', () => {
  it('is walked state by action by role as written by hand', () => {
    const roles: readonly ActorRole[] = [...ROLES, 'system'];
    const moves = VISIT_STATE_NAMES.flatMap((state) =>
      VISIT_ACTIONS.flatMap((action) =>
        roles
          .filter((role) => VISITS.actionsFor(role, state).includes(action))
          .map((role) => `${role} ${action} ${state} → ${VISITS.find(state, action)!.next}`),
      ),
    );
    expect(moves.sort()).toEqual([
      'plan-manager abandon open → abandoned',
      'plan-manager close open → closed',
      'system abandon open → abandoned',
      'technician abandon open → abandoned',
      'technician close open → closed',
    ]);
  });

  it('tells the school what is closed alone, and is fixed then', () => {
    expect([VISITS_OPEN, VISITS_TOLD]).toEqual([['open'], ['closed']]);
    expect(VISITS.statesFrom('close')).toEqual(['open']);
  });

  it('lets the end arrive late from a phone, and nothing else', () =>
    expect(VISIT_ACTIONS.filter(isVisitRecordedOnSite)).toEqual(['close']));
});

describe('a visit', () => {
  it.each<[string, Parameters<typeof ask>]>([
    ['closed', ['technician', 'close']],
    ['visit.not-yours', ['technician', 'close', { begunBy: 'somebody' }]],
    ['closed', ['plan-manager', 'close', { begunBy: 'somebody' }]],
    ['visit.nothing-done', ['technician', 'close', { partsDone: 0 }]],
    ['visit.something-done', ['technician', 'abandon', {}, 'École fermée']],
    ['abandoned', ['technician', 'abandon', { partsDone: 0 }, 'École fermée']],
    ['visit.reason-missing', ['technician', 'abandon', { partsDone: 0 }]],
    ['visit.too-early', ['system', 'abandon', { partsDone: 0 }, 'oubliée']],
    ['abandoned', ['system', 'abandon', { partsDone: 0, now: '2026-12-01T08:00:00.000Z' }, 'oubliée']],
    ['role.may-not', ['school-head', 'close']],
    ['visit.state', ['technician', 'close', { state: 'closed' }]],
  ])('is answered %s', (answer, asked) => expect(ask(...asked)).toBe(answer));

  it('offers its end where something was done, and being abandoned where nothing was', () => {
    const offered = (partsDone: number) =>
      possibleVisitActions({ accountId: ME, role: 'technician' }, facts({ partsDone }));
    expect([offered(2), offered(0)]).toEqual([['close'], ['abandon']]);
  });

  it('ends with who was met and their signature, or with why nobody signed', () => {
    const ended = { ending: 'signed', met: 'head', absenceReason: null, signatures: 1 } as const;
    expect(endingProblem(ended)).toBeNull();
    expect(endingProblem({ ...ended, met: null })).toBe('visit.met-missing');
    expect(endingProblem({ ...ended, signatures: 0 })).toBe('visit.signature-missing');
    expect(endingProblem({ ...ended, ending: 'nobody', met: null, signatures: 0 })).toBe('visit.absence-missing');
    expect(endingProblem({ ...ended, ending: 'nobody', absenceReason: '  ' })).toBe('visit.absence-missing');
    expect(endingProblem({ ...ended, ending: 'code', signatures: 0 })).toBeNull();
  });

  it('says all endings by its report but the one that a code proves', () =>
    expect(VISIT_ENDING_NAMES.filter((name) => !VISIT_ENDINGS_TOLD.includes(name))).toEqual(['code']));
});

describe('the words of its minutes', () => {
  it('are a repair with its cause, where one was found', () => {
    expect(repairWords('replaced', 'battery')).toBe('Pièce remplacée (batterie)');
    expect(repairWords('adjusted', 'none')).toBe('Réglé');
    expect(waitWords('part')).toBe('En attente d’une pièce');
  });

  it('count minutes as people say them', () => {
    expect([5, 60, 80, 125].map(minutesWords)).toEqual(['5 min', '1 h', '1 h 20', '2 h 05']);
    expect(minutesThere('2026-11-30T08:00:00.000Z', '2026-11-30T09:20:10.000Z')).toBe(80);
    expect(minutesThere('2026-11-30T08:00:00.000Z', '2026-11-30T07:00:00.000Z')).toBe(0);
  });
});
