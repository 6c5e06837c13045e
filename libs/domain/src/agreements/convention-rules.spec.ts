import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../roles/roles.js';
import { CONVENTION_PARTIES, CONVENTIONS, type ConventionAction } from './convention-lifecycle.js';
import { judgeConventionMove, type ConventionFacts } from './convention-rules.js';
import { CONVENTION_STATE_NAMES } from './convention-states.js';

/** A convention that every guard lets through. */
const FACTS: ConventionFacts = {
  state: 'drafted',
  kind: 'commune',
  siteCount: 3,
  fromDay: '2023-12-01',
  toDay: '2026-10-05',
  promisedBy: CONVENTION_PARTIES,
  actRecorded: true,
  signedBy: ['metropole'],
  evaluationTold: true,
  successor: { state: 'signed', fromDay: '2026-10-06' },
  today: '2026-10-06',
};
const STEP = { reason: 'Le conseil l’a voulu', party: 'partner' as const };
const ACTORS = [...ROLES, 'system' as const];

const judge = (action: ConventionAction, facts: Partial<ConventionFacts>, step = {}) =>
  judgeConventionMove(
    action === 'enter-into-force' || action === 'reach-term' ? 'system' : 'plan-manager',
    action,
    { ...FACTS, ...facts },
    { ...STEP, ...step },
  );

describe('a convention’s moves', () => {
  it('are those of the table, for every role and state', () => {
    for (const role of ACTORS) {
      for (const state of CONVENTION_STATE_NAMES) {
        for (const action of CONVENTIONS.actions) {
          const verdict = judgeConventionMove(role, action, { ...FACTS, state }, STEP);
          const row = CONVENTIONS.find(state, action);
          if (!CONVENTIONS.roleMayEver(role, action)) expect(verdict.refused).toEqual({ code: 'role.may-not' });
          else if (!row)
            expect(verdict.refused).toEqual({
              code: 'convention.state',
              possible: CONVENTIONS.actionsFor(role, state),
            });
          else expect(verdict.move).toMatchObject({ state, action, next: row.next });
        }
      }
    }
  });

  it('leave the parties what is theirs, and dates to the system', () => {
    expect(CONVENTIONS.actionsFor('commune-officer', 'sent')).toEqual(['refuse', 'approve']);
    expect(CONVENTIONS.actionsFor('plan-manager', 'signed')).toEqual([]);
    expect(CONVENTIONS.actionsFor('system', 'signed')).toEqual(['enter-into-force']);
  });

  it.each([
    ['send', { siteCount: 0 }, 'convention.sites-missing'],
    ['send', { fromDay: null }, 'convention.term-missing'],
    ['send', { promisedBy: ['partner'] }, 'convention.promises-missing'],
    ['send', { kind: 'private-body', siteCount: 0 }, 'convention.sites-missing'],
    ['enter-into-force', { state: 'signed', fromDay: null }, 'convention.not-yet'],
    ['reach-term', { state: 'in-force', toDay: null }, 'convention.not-yet'],
    ['send', { toDay: null }, 'convention.term-missing'],
    ['send', { promisedBy: ['metropole'] }, 'convention.promises-missing'],
    ['approve', { state: 'sent', actRecorded: false }, 'convention.deliberation-missing'],
    ['sign', { state: 'approved', signedBy: ['partner'] }, 'convention.already-signed'],
    ['enter-into-force', { state: 'signed', fromDay: '2026-10-07' }, 'convention.not-yet'],
    ['reach-term', { state: 'in-force', toDay: '2026-10-06' }, 'convention.not-yet'],
    ['renew', { state: 'expired', evaluationTold: false }, 'convention.evaluation-missing'],
    ['renew', { state: 'expired', successor: null }, 'convention.successor-missing'],
    [
      'renew',
      { state: 'expired', successor: { state: 'approved', fromDay: '2026-01-01' } },
      'convention.successor-missing',
    ],
    [
      'renew',
      { state: 'in-force', successor: { state: 'signed', fromDay: '2026-10-07' } },
      'convention.successor-later',
    ],
  ] as const)('refuse to %s on %o', (action, facts, code) => {
    expect(judge(action, facts as Partial<ConventionFacts>).refused?.code).toBe(code);
  });

  it('let a framework go without sites, and an expired convention be renewed before its successor begins', () => {
    expect(judge('send', { kind: 'framework', siteCount: 0 }).move?.next).toBe('sent');
    expect(judge('renew', { state: 'expired', successor: { state: 'signed', fromDay: '2027-01-01' } }).move?.next).toBe(
      'renewed',
    );
  });

  it('begin on the first day, end once the last is over, and pass to a successor on its first day', () => {
    expect(judge('enter-into-force', { state: 'signed', fromDay: '2026-10-06' }).move?.next).toBe('in-force');
    expect(judge('reach-term', { state: 'in-force', toDay: '2026-10-05' }).move?.next).toBe('expired');
    expect(
      judge('renew', { state: 'in-force', successor: { state: 'in-force', fromDay: '2026-10-06' } }).move?.next,
    ).toBe('renewed');
  });

  it('say from when a renewal leaves no gap', () => {
    expect(
      judge('renew', { state: 'in-force', successor: { state: 'signed', fromDay: '2026-10-07' } }).refused,
    ).toEqual({
      code: 'convention.successor-later',
      from: '2026-10-07',
    });
  });

  it('take the metropole’s signature as the last one too, and no signature from nobody', () => {
    expect(judge('sign', { state: 'approved', signedBy: ['partner'] }, { party: 'metropole' }).move?.next).toBe(
      'signed',
    );
    expect(judge('sign', { state: 'approved', signedBy: ['partner'] }, { party: undefined }).move?.next).toBe(
      'approved',
    );
    expect(judgeConventionMove('plan-manager', 'recall', { ...FACTS, state: 'sent' }).move?.next).toBe('drafted');
    expect(judgeConventionMove('plan-manager', 'end', { ...FACTS, state: 'in-force' }).refused?.code).toBe(
      'convention.reason-missing',
    );
  });

  it('sign with the last signature only', () => {
    expect(judge('sign', { state: 'approved', signedBy: [] }).move?.next).toBe('approved');
    expect(judge('sign', { state: 'approved', signedBy: ['metropole'] }).move?.next).toBe('signed');
  });

  it('need a written reason to refuse and to end', () => {
    expect(judge('refuse', { state: 'sent' }, { reason: '  ' }).refused?.code).toBe('convention.reason-missing');
    expect(judge('end', { state: 'in-force' }, { reason: null }).refused?.code).toBe('convention.reason-missing');
    expect(judge('recall', { state: 'sent' }, { reason: null }).move?.next).toBe('drafted');
  });
});
