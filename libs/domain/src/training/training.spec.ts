import { describe, expect, it } from '@jest/globals';
import { reachOf } from '../rights/permissions.js';
import { ROLES, type Role } from '../roles/roles.js';
import { awaitsTraining, coherenceOf, type Coherence, type CoherenceFacts } from './coherence.js';
import { TRAINING_ACTIONS, TRAININGS, type TrainingAction } from './training-lifecycle.js';
import { judgeTrainingMove, possibleTrainingActions, sideOf, type TrainingFacts } from './training-rules.js';
import {
  TRAINING_STATE_NAMES,
  TRAININGS_ATTENDED,
  TRAININGS_COUNTED,
  TRAININGS_PLANNED,
  TRAININGS_TOLD,
} from './training-states.js';

const MINE = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';

/** A session that each of its moves may be made of, but for its state. */
const FACTS: TrainingFacts = {
  state: 'open',
  agreed: { metropole: true, inspection: true },
  startsAt: '2026-12-02T13:00:00Z',
  trainerId: MINE,
  enrolled: 6,
  minimum: 6,
  unrecorded: 0,
  asked: false,
  now: '2026-11-30T08:00:00Z',
};
const NONE = { metropole: false, inspection: false };
const AFTER = { now: '2026-12-02T13:00:00Z' };

const judged = (role: Role, action: TrainingAction, facts: Partial<TrainingFacts> = {}, accountId = MINE) => {
  const { move, refused } = judgeTrainingMove(
    { role, accountId },
    action,
    { ...FACTS, ...facts },
    'Chauffage en panne',
  );
  return move ? move.next : refused!.code;
};

describe('a session of training', () => {
  it('is opened by the second agreement, whichever side gives it', () => {
    expect(judged('plan-manager', 'agree', { state: 'proposed', agreed: NONE })).toBe('proposed');
    expect(judged('inspector', 'agree', { state: 'proposed', agreed: NONE })).toBe('proposed');
    expect(judged('inspector', 'agree', { state: 'proposed', agreed: { ...NONE, metropole: true } })).toBe('open');
    expect(judged('plan-manager', 'agree', { state: 'proposed', agreed: { ...NONE, inspection: true } })).toBe('open');
  });

  it.each<[Role, TrainingAction, Partial<TrainingFacts>, string]>([
    ['plan-manager', 'agree', { state: 'proposed', agreed: { ...NONE, metropole: true } }, 'training.agreed-already'],
    ['inspector', 'agree', { agreed: { ...NONE, inspection: true } }, 'training.agreed-already'],
    ['inspector', 'agree', { agreed: NONE, ...AFTER }, 'training.begun'],
    ['teacher', 'enrol', AFTER, 'training.begun'],
    ['school-head', 'leave', AFTER, 'training.begun'],
    ['plan-manager', 'confirm', { agreed: { ...NONE, metropole: true } }, 'training.agreement-missing'],
    ['plan-manager', 'confirm', { enrolled: 5 }, 'training.minimum-missing'],
    ['digital-trainer', 'hold', { state: 'confirmed' }, 'training.too-early'],
    ['digital-trainer', 'hold', { state: 'confirmed', trainerId: OTHER, ...AFTER }, 'training.not-your-session'],
    ['digital-trainer', 'close', { state: 'held', unrecorded: 1 }, 'training.attendance-missing'],
    ['digital-trainer', 'close', { state: 'held', trainerId: OTHER }, 'training.not-your-session'],
  ])('is refused to the %s: %s of %j, %s', (role, action, facts, code) => {
    expect(judged(role, action, facts)).toBe(code);
  });

  it.each<[Role, TrainingAction, Partial<TrainingFacts>, string]>([
    ['inspector', 'agree', { agreed: { ...NONE, metropole: true } }, 'open'],
    ['teacher', 'enrol', {}, 'open'],
    ['inspector', 'enrol', { state: 'confirmed' }, 'confirmed'],
    ['school-head', 'leave', { state: 'confirmed' }, 'confirmed'],
    ['inspector', 'confirm', {}, 'confirmed'],
    ['plan-manager', 'postpone', { state: 'confirmed' }, 'open'],
    ['inspector', 'cancel', { state: 'proposed' }, 'cancelled'],
    ['digital-trainer', 'hold', { state: 'confirmed', ...AFTER }, 'held'],
    ['digital-trainer', 'close', { state: 'held' }, 'closed'],
    // Somebody of the maker has no account: any trainer who reaches it answers for it.
    ['digital-trainer', 'hold', { state: 'confirmed', trainerId: null, ...AFTER }, 'held'],
    ['digital-trainer', 'close', { state: 'held', trainerId: null }, 'closed'],
    ['inspector', 'close', { state: 'held', trainerId: OTHER }, 'closed'],
  ])('lets the %s %s of %j, and is then %s', (role, action, facts, next) => {
    expect(judged(role, action, facts)).toBe(next);
  });

  it('is postponed and cancelled with a reason alone', () => {
    const ask = (action: TrainingAction) =>
      judgeTrainingMove({ role: 'inspector', accountId: MINE }, action, FACTS, ' ').refused;
    expect(TRAINING_ACTIONS.filter((action) => ask(action)?.code === 'training.reason-missing')).toEqual([
      'postpone',
      'cancel',
    ]);
  });

  it('is offered whole: what would be refused is no button', () => {
    const offered = (role: Role, facts: Partial<TrainingFacts>) =>
      possibleTrainingActions({ role, accountId: MINE }, { ...FACTS, ...facts });
    expect(offered('inspector', { agreed: { ...NONE, metropole: true } })).toEqual([
      'agree',
      'enrol',
      'leave',
      'postpone',
      'cancel',
    ]);
    expect(offered('plan-manager', {})).toEqual(['confirm', 'postpone', 'cancel']);
    expect(offered('teacher', { state: 'proposed' })).toEqual([]);
    expect(offered('inspector', { state: 'closed' })).toEqual([]);
  });

  it('has states that schools read, that take a trainer’s time, in which people are noted, and that count', () => {
    expect([TRAININGS_TOLD, TRAININGS_PLANNED, TRAININGS_ATTENDED, TRAININGS_COUNTED]).toEqual([
      ['open', 'confirmed', 'held', 'closed'],
      ['proposed', 'open', 'confirmed'],
      ['held'],
      ['closed'],
    ]);
    expect(TRAINING_STATE_NAMES).toHaveLength(6);
  });

  it('is agreed to by one role a side', () => {
    expect(ROLES.filter((role) => sideOf(role) !== null)).toEqual(['plan-manager', 'inspector']);
  });
});

/** calls, trained here, trained once, in use, how many it takes, shown here */
type Facts = [boolean, number, number, boolean, number, boolean?];
const rule = ([
  callsForTraining,
  trainedHere,
  trainedOnce,
  inUse,
  minTeachers,
  shownHere = false,
]: Facts): CoherenceFacts => ({
  ...{ callsForTraining, trainedHere, trainedOnce, inUse, minTeachers, shownHere },
});

describe('the rule of coherence', () => {
  it.each<[string, Facts, Coherence]>([
    ['a model that asks nothing is free', [false, 0, 0, false, 1], 'free'],
    ['nobody is trained: it waits', [true, 0, 0, false, 1], 'waits'],
    ['who was trained has left before it came: it waits', [true, 0, 1, false, 1], 'waits'],
    ['one of two that it takes: it waits', [true, 1, 1, false, 2], 'waits'],
    ['as many as it takes', [true, 2, 2, false, 2], 'ready'],
    ['one of two, to whom it was shown: that opens it', [true, 1, 1, false, 2, true], 'ready'],
    ['in use without a training, for a reason: it stays', [true, 0, 0, true, 1], 'ready'],
    ['all who were trained have left: it stays, and is flagged', [true, 0, 2, true, 1], 'flagged'],
    ['one of them is left', [true, 1, 2, true, 2], 'ready'],
  ])('%s', (_, facts, expected) => {
    expect(coherenceOf(rule(facts))).toBe(expected);
  });

  it('lets into service what does not wait', () => {
    const wait = (trainedHere: number, shownHere = false) => awaitsTraining({ trainedHere, shownHere, minTeachers: 2 });
    expect([wait(0), wait(1), wait(2), wait(1, true)]).toEqual([true, true, false, false]);
  });
});

it.each(TRAINING_ACTIONS)('%s is permitted to those whom the table names, and to nobody else', (action) => {
  const named = TRAININGS.moves.filter((move) => move.action === action).flatMap(({ who }) => [...who] as string[]);
  expect(ROLES.filter((role) => reachOf(`training-sessions.${action}`, role) !== null)).toEqual(
    ROLES.filter((role) => named.includes(role)),
  );
});
