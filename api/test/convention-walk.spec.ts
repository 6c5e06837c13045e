import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONVENTIONS, CONVENTION_STATE_NAMES, ROLES, type ConventionAction, type Role } from '@parc/domain';
import {
  aConvention,
  BUILT_CONVENTION_STATES,
  type ConventionGround,
  type ConventionShape,
} from './harness/convention-builders.js';
import { House } from './harness/house.js';
import { changed, said, type Body } from './harness/answers.js';
import { everyone } from './harness/everyone.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';

/**
 * What the rules of the plan say of a convention, written by hand. Communes and bodies do not answer here themselves yet: the
 * plan manager records their act and their signature. An amendment has no step of its own yet either.
 */
const MOVES = textMoves(`
  state            | action           | who | next     | guards
  drafted          | send             | M   | sent     | sites-listed term-set promises-written
  sent             | refuse r         | M   | drafted  |
  sent             | recall           | M   | drafted  |
  sent             | approve          | M   | approved | act-recorded
  approved         | sign             | M   | approved | not-signed-yet
  signed           | enter-into-force | S   | in-force | start-reached
  in-force         | amend            |     | in-force |
  in-force         | end r            | M   | ended    |
  in-force         | reach-term       | S   | expired  | term-passed
  in-force expired | renew            | M   | renewed  | evaluation-in-order successor-signed no-gap
`);

const SIGNATURE = { party: 'metropole', on: '2025-12-10', signatory: 'Le président' };
const EVALUATION = { evaluationAdoptedOn: '2026-06-15', evaluationToldOn: '2026-07-01' };

/** A right body for each action; a new action is told by the compiler. */
const BODIES: Record<ConventionAction, Body> = {
  send: { on: '2025-11-01' },
  refuse: { reason: 'Le conseil demande une autre rédaction' },
  recall: {},
  approve: {},
  sign: SIGNATURE,
  'enter-into-force': {},
  amend: {},
  end: { on: '2026-09-30', noticeOn: '2026-06-30', reason: 'La commune quitte le plan' },
  'reach-term': {},
  renew: EVALUATION,
};

/** What a convention needs for the move to be made. */
const SHAPES: Partial<Record<ConventionAction, ConventionShape>> = {
  approve: { withAct: true },
  renew: { successor: { state: 'signed', fromDay: '2026-10-01' } },
};

let house: House;
let ground: ConventionGround;
let people: Record<Role, Person>;

beforeAll(async () => {
  house = await House.open();
  const school = await house.build.school();
  people = await everyone(house, school);
  ground = { house, school, managerId: people['plan-manager'].accountId };
});
afterAll(() => house.close());

interface Traces {
  convention: Record<string, unknown>;
  moves: Record<string, unknown>[];
  signatures: unknown[];
  mails: number;
}

async function traces(id: string): Promise<Traces> {
  const [row] = await house.sql<Traces>(
    `select to_jsonb(c) as convention, (select coalesce(jsonb_agg(m order by m.at, m.id), '[]') from convention_move m where convention_id = c.id) as moves,
       (select coalesce(jsonb_agg(s.party order by s.id), '[]') from convention_signature s where convention_id = c.id) as signatures,
       (select count(*)::int from mail) as mails
     from convention c where c.id = $1`,
    [id],
  );
  return row!;
}

async function ask(person: Person, id: string, action: ConventionAction, body: Body = BODIES[action]) {
  const [row] = await house.sql<{ version: number }>('select version from convention where id = $1', [id]);
  return person.post(`/api/v1/conventions/${id}/${action}`, body, { version: row!.version });
}

function expectedAnswer(role: Role, action: ConventionAction, state: string): string {
  const rows = MOVES.filter((move) => move.action === action);
  if (rows.every(({ who }) => who.length === 0)) return '404 route.not-found';
  if (!rows.some(({ who }) => who.includes(role))) return '403 role.may-not';
  const move = rows.find((one) => one.state === state);
  // What the manager could do and what the system or the parties do alone stand in the same rows.
  return move ? `200 ${move.next}` : `409 convention.state ${possibleFor(POSSIBLE, role, state)}`;
}

/** An amendment is offered in words already, though nobody can ask for it yet. */
const POSSIBLE = MOVES.map((move) => (move.action === 'amend' ? { ...move, who: ['plan-manager' as const] } : move));

describe('a convention', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(CONVENTION_STATE_NAMES.filter((state) => !BUILT_CONVENTION_STATES.includes(state))).toEqual([]);
    expect(CONVENTIONS.actions.filter((action) => !MOVES.some((move) => move.action === action))).toEqual([]);
  });

  it.each(BUILT_CONVENTION_STATES)(
    'that is %s refuses whoever may not, says why and changes nothing',
    async (state) => {
      const id = await aConvention(ground).in(state);
      const before = await traces(id);
      const wrong: string[] = [];
      for (const role of ROLES)
        for (const action of CONVENTIONS.actions) {
          const wanted = expectedAnswer(role, action, state);
          const got = wanted.startsWith('200') ? wanted : said(await ask(people[role], id, action));
          if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
        }
      expect(wrong).toEqual([]);
      expect(await traces(id)).toEqual(before);
    },
  );
});

/** Beside state and version. */
const COLUMNS: Partial<Record<ConventionAction, Body>> = {
  send: { sent_on: '2025-11-01' },
  refuse: { sent_on: null },
  recall: { sent_on: null },
  approve: { approved_on: '2025-11-12' },
  end: { ended_on: '2026-09-30', notice_on: '2026-06-30', ended_reason: 'La commune quitte le plan' },
  renew: { evaluation_adopted_on: '2026-06-15', evaluation_told_on: '2026-07-01' },
};

/** Mails: to the manager and the commune, and to the head of the school when it may order from then on. */
const IN_FORCE = 3;
const AT_TERM = 2;

/** The day the fact itself bears. */
const HAPPENED: Partial<Record<ConventionAction, string>> = {
  send: '2025-11-01',
  approve: '2025-11-12',
  sign: '2025-12-10',
  end: '2026-09-30',
};

const allowed = MOVES.filter(({ who }) => who.length > 0).map(
  (move) => [move.state, move.action as ConventionAction, move] as const,
);

describe('a move of a convention that is allowed', () => {
  it.each(allowed)('of one that is %s: the plan manager may %s', async (state, action, move) => {
    const id = await aConvention(ground, SHAPES[action]).in(state as 'drafted');
    const before = await traces(id);
    const answer = await ask(people['plan-manager'], id, action);
    expect(said(answer)).toBe(`200 ${move.next}`);
    const after = await traces(id);
    const { version, ...written } = changed(before.convention, after.convention);
    expect(written).toEqual({ ...(move.next === state ? {} : { state: move.next }), ...COLUMNS[action] });
    expect(version).toBe(answer.body.version);
    // Renewed, it hands over at once: those whom its successor concerns are told of that one.
    expect(after.mails - before.mails).toBe(action === 'renew' ? IN_FORCE : 0);
    expect(after.signatures.slice(before.signatures.length)).toEqual(action === 'sign' ? ['metropole'] : []);
    expect(after.moves.slice(before.moves.length)).toMatchObject([
      {
        ...{ action, from_state: state, to_state: move.next, role: 'plan-manager', account_id: ground.managerId },
        ...{ happened_on: HAPPENED[action] ?? null, reason: move.reason ? BODIES[action].reason : null },
      },
    ]);
  });

  it('is signed by the last party, and in force at once when its first day has come', async () => {
    const due = await aConvention(ground, { signedBy: ['partner'] }).in('approved');
    expect(said(await ask(people['plan-manager'], due, 'sign'))).toBe('200 in-force');
    expect((await traces(due)).moves.slice(-2)).toMatchObject([
      { action: 'sign', to_state: 'signed', role: 'plan-manager' },
      { action: 'enter-into-force', to_state: 'in-force', role: 'system', happened_on: '2026-01-01' },
    ]);
    const later = await aConvention(ground, { signedBy: ['partner'], columns: { from_day: '2026-10-07' } }).in(
      'approved',
    );
    expect(said(await ask(people['plan-manager'], later, 'sign'))).toBe('200 signed');
    expect((await traces(later)).convention.signed_on).toBe('2025-12-10');
  });

  it('hands its schools over to the successor that begins today, not to one that begins tomorrow', async () => {
    const successorOf = async (id: string) =>
      (await house.sql('select state from convention where renews_id = $1', [id]))[0]!.state;
    const id = await aConvention(ground, { successor: { state: 'signed', fromDay: '2026-10-06' } }).in('in-force');
    expect(said(await ask(people['plan-manager'], id, 'renew'))).toBe('200 renewed');
    expect(await successorOf(id)).toBe('in-force');
  });
});

const TOMORROW = '2026-10-07';
const missing = { state: 'signed', fromDay: TOMORROW } as const;

/** A fact turned against a move, and what is answered; the last ones stop nothing. */
const facts: [string, string, ConventionAction, ConventionShape, Body, string][] = [
  ['without a school', 'drafted', 'send', { withoutSites: true }, {}, '422 convention.sites-missing'],
  [
    'without a term',
    'drafted',
    'send',
    { columns: { to_day: null }, withoutSites: true },
    {},
    '422 convention.sites-missing',
  ],
  [
    'of the framework, without a term',
    'drafted',
    'send',
    { columns: { kind: 'framework', commune_id: null, to_day: null }, withoutSites: true },
    {},
    '422 convention.term-missing',
  ],
  [
    'of the framework, without a school',
    'drafted',
    'send',
    { columns: { kind: 'framework', commune_id: null }, withoutSites: true },
    {},
    '200 sent',
  ],
  [
    'with one party’s promises',
    'drafted',
    'send',
    { columns: { promises: '[{"party":"metropole","text":"Équiper"}]' } },
    {},
    '422 convention.promises-missing',
  ],
  ['tomorrow', 'drafted', 'send', {}, { on: TOMORROW }, '400 request.invalid'],
  ['without a reason', 'sent', 'refuse', {}, { reason: ' ' }, '422 convention.reason-missing'],
  ['without an act', 'sent', 'approve', {}, {}, '422 convention.deliberation-missing'],
  ['twice', 'approved', 'sign', { signedBy: ['metropole'] }, SIGNATURE, '409 convention.already-signed'],
  ['tomorrow', 'approved', 'sign', {}, { ...SIGNATURE, on: TOMORROW }, '400 request.invalid'],
  ['without a reason', 'in-force', 'end', {}, { ...BODIES.end, reason: ' ' }, '422 convention.reason-missing'],
  ['tomorrow', 'in-force', 'end', {}, { ...BODIES.end, on: TOMORROW }, '400 request.invalid'],
  ['by nothing', 'in-force', 'renew', {}, EVALUATION, '422 convention.successor-missing'],
  [
    'by an approved one',
    'in-force',
    'renew',
    { successor: { state: 'approved', fromDay: '2026-10-01' } },
    EVALUATION,
    '422 convention.successor-missing',
  ],
  [
    'by one that begins tomorrow',
    'in-force',
    'renew',
    { successor: missing },
    EVALUATION,
    '409 convention.successor-later',
  ],
  ['by one that begins tomorrow', 'expired', 'renew', { successor: missing }, EVALUATION, '200 renewed'],
  [
    'told before it was adopted',
    'in-force',
    'renew',
    SHAPES.renew!,
    { ...EVALUATION, evaluationToldOn: '2026-06-01' },
    '400 request.invalid',
  ],
  [
    'past its term, not yet seen by the night',
    'in-force',
    'end',
    { columns: { to_day: '2026-10-05' } },
    BODIES.end,
    '200 ended',
  ],
  [
    'without a site, promises or an act',
    'sent',
    'refuse',
    { withoutSites: true, columns: { promises: '[]', to_day: null } },
    BODIES.refuse,
    '200 drafted',
  ],
  [
    'without a site, promises or an act',
    'sent',
    'recall',
    { withoutSites: true, columns: { promises: '[]', to_day: null } },
    {},
    '200 drafted',
  ],
  [
    'without a site, promises or an act',
    'approved',
    'sign',
    { withoutSites: true, columns: { promises: '[]' } },
    SIGNATURE,
    '200 approved',
  ],
  [
    'without a site or promises',
    'in-force',
    'end',
    { withoutSites: true, columns: { promises: '[]' } },
    BODIES.end,
    '200 ended',
  ],
];

describe('a fact of a convention', () => {
  it.each(facts)('%s: one that is %s, to %s', async (_title, state, action, shape, body, answer) => {
    const id = await aConvention(ground, shape).in(state as 'drafted');
    expect(said(await ask(people['plan-manager'], id, action, body))).toBe(answer);
  });
});

describe('a convention by itself', () => {
  it('enters into force on its first day and expires after its last: the manager and its commune are told, and the head of its school', async () => {
    await house.arrange(`update convention set state = 'ended' where state in ('signed', 'in-force')`);
    const night = () => people.administrator.post('/api/v1/jobs/convention-terms/run');
    const starting = await aConvention(ground, { columns: { from_day: '2026-10-06' } }).in('signed');
    const waiting = await aConvention(ground, { columns: { from_day: TOMORROW } }).in('signed');
    const ending = await aConvention(ground, { columns: { to_day: '2026-10-05' } }).in('in-force');
    const lasting = await aConvention(ground, { columns: { to_day: '2026-10-06' } }).in('in-force');
    const { mails } = await traces(starting);
    expect((await night()).status).toBe(200);
    const all = [starting, waiting, ending, lasting];
    const after = await Promise.all(all.map(traces));
    expect(after.map(({ convention }) => convention.state)).toEqual(['in-force', 'signed', 'expired', 'in-force']);
    expect(after[0]!.mails - mails).toBe(IN_FORCE + AT_TERM);
    expect(after[0]!.moves.at(-1)).toMatchObject({ action: 'enter-into-force', role: 'system', account_id: null });
    expect(after[2]!.moves.at(-1)).toMatchObject({ action: 'reach-term', happened_on: '2026-10-05', role: 'system' });
  });
});
