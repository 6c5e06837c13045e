import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../roles/roles.js';
import { conventionFields } from './convention-fields.js';
import {
  ACT_STATES,
  CONVENTION_MOVES,
  CONVENTION_STATES,
  type ConventionGuard,
  type ConventionMove,
} from './convention-lifecycle.js';

/** The moves of the table that have something in common, as "state action". */
const movesThat = (holds: (move: ConventionMove) => boolean) =>
  CONVENTION_MOVES.filter(holds).map(({ state, action }) => `${state} ${action}`);

describe('the table of a convention, read the other way', () => {
  it('leads from one state to the next', () => {
    expect(CONVENTION_MOVES.map(({ state, action, next }) => `${state} ${action} ${next}`)).toEqual([
      'drafted send sent',
      'sent refuse drafted',
      'sent recall drafted',
      'sent approve approved',
      'approved sign signed',
      'signed enter-into-force in-force',
      'in-force amend in-force',
      'in-force end ended',
      'in-force reach-term expired',
      'in-force renew renewed',
      'expired renew renewed',
    ]);
  });

  it.each(['commune-officer', 'private-body-officer'] as const)(
    'leaves to %s its answer, its signature and an early end',
    (role) => {
      expect(movesThat(({ who }) => who.includes(role))).toEqual([
        'sent refuse',
        'sent approve',
        'approved sign',
        'in-force end',
      ]);
    },
  );

  it('leaves dates to the system, all the rest to the plan manager, and nothing to others', () => {
    const dated = ['signed enter-into-force', 'in-force reach-term'];
    expect(movesThat(({ who }) => who.includes('system'))).toEqual(dated);
    expect(movesThat(({ who }) => !who.includes('plan-manager'))).toEqual(dated);
    const movers = new Set(CONVENTION_MOVES.flatMap(({ who }) => who));
    expect(ROLES.filter((role) => movers.has(role))).toEqual([
      'plan-manager',
      'commune-officer',
      'private-body-officer',
    ]);
  });

  it('asks a reason for a refusal and for an early end', () => {
    expect(movesThat(({ reason }) => reason === true)).toEqual(['sent refuse', 'in-force end']);
  });

  it.each<[ConventionGuard, string]>([
    ['sites-listed', 'drafted send'],
    ['term-set', 'drafted send'],
    ['promises-written', 'drafted send'],
    ['act-recorded', 'sent approve'],
    ['not-signed-yet', 'approved sign'],
    ['last-signature', 'approved sign'],
    ['start-reached', 'signed enter-into-force'],
    ['term-passed', 'in-force reach-term'],
    ['evaluation-told', 'in-force renew, expired renew'],
    ['successor-signed', 'in-force renew, expired renew'],
    ['no-gap', 'in-force renew, expired renew'],
  ])('asks for %s at: %s', (guard, moves) => {
    expect(movesThat(({ guards }) => guards.includes(guard)).join(', ')).toBe(moves);
  });

  it('asks nothing else of a refusal, a recall, an amendment and an end', () => {
    expect(movesThat(({ guards }) => guards.length === 0)).toEqual([
      'sent refuse',
      'sent recall',
      'in-force amend',
      'in-force end',
    ]);
  });

  it('lets the act be written until the convention has run', () => {
    expect(CONVENTION_STATES.filter((state) => !ACT_STATES.includes(state))).toEqual(['expired', 'renewed', 'ended']);
  });
});

describe('what a role reads of a convention', () => {
  it('is promises, act and signatures for the school, the inspection and those who sign', () => {
    expect(ROLES.filter((role) => conventionFields(role).file)).toEqual([
      'school-head',
      'plan-manager',
      'commune-officer',
      'private-body-officer',
      'inspector',
      'digital-trainer',
    ]);
  });

  it('is its state alone for technicians and the committee', () => {
    expect(conventionFields('technician')).toEqual({ file: false, thread: false });
    expect(conventionFields('committee')).toEqual({ file: false, thread: false });
  });

  it('is who moved it and why for those who sign alone', () => {
    expect(ROLES.filter((role) => conventionFields(role).thread)).toEqual([
      'plan-manager',
      'commune-officer',
      'private-body-officer',
    ]);
  });
});
