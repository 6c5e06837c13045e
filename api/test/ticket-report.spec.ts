import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { IMPACT_NAMES, URGENCY_NAMES } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../src/identity/actor.js';
import { ReportService } from '../src/maintenance/report.service.js';
import { TicketClocks } from '../src/maintenance/ticket-clocks.service.js';
import { recordTicketMove } from '../src/maintenance/ticket-history.js';
import { Transactions } from '../src/platform/database/transactions.js';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { rowsWritten, type RowsWritten } from './harness/rows-written.js';
import { repeatable, SubmissionGround } from './harness/submission-ground.js';
import { ticketRow } from './harness/ticket-builders.js';

/** A report is written in one statement, its clocks worked out before: it leaves what writing step by step leaves. */
const REPORTS = 48;
const FIRST = Date.parse('2026-09-01T00:00:00Z');
const MILLISECONDS_PER_YEAR = 365 * 86_400_000;

interface Ground {
  fleet: Fleet;
  actor: Actor;
  deviceId: string;
}

let house: House;
/** A school whose door opens without its people, one whose does not, and one that does not either and has hours of its own. */
let grounds: Ground[];

beforeAll(async () => {
  house = await House.open();
  const people = new SubmissionGround(house);
  grounds = [];
  for (const [role, deputy] of [
    ['teacher', false],
    ['school-head', true],
    ['school-head', false],
  ] as const) {
    const fleet = await aFleet(house);
    const deviceId = await aDevice(house, fleet, 'in-service');
    grounds.push({ fleet, actor: { ...(await people.actor(role, fleet.school.id)), deputy }, deviceId });
  }
  const [open, , withHours] = grounds.map(({ fleet }) => fleet.school.id);
  await house.arrange('update school set presence_needed = id <> $1', [open]);
  const hours = { mon: { morning: ['08:30', '11:30'], afternoon: null } };
  await house.build.insert('school_opening_hours', { school_id: withHours, from_day: '2020-01-01', hours });
  const holidays = { zone: 'A', name: 'Vacances', from_day: '2026-12-19', to_day: '2027-01-04' };
  await house.build.insert('school_holiday', holidays);
});
afterEach(() => house.setNow(House.START));
afterAll(() => house.close());

const writeOf = ({ accountId }: Actor) => ({ writer: { accountId }, expectedVersion: null, repeat: null });
/** As a request writes: under a key of its own. */
const keyedOf = (actor: Actor) => ({
  ...writeOf(actor),
  repeat: { route: 'POST /api/v1/tickets', key: randomUUID(), bodyHash: 'body', status: 201 },
});

/** The rows that a transaction has written, its own ids, numbers and instants left out. */
function said({ tables }: RowsWritten, { id, number }: { id: string; number: string }): unknown {
  const { idempotency_key: _, ...kept } = tables;
  const text = JSON.stringify(kept).replaceAll(id, 'the ticket').replaceAll(number, 'its number');
  const worded = JSON.parse(text) as Record<string, Record<string, unknown>[]>;
  for (const row of worded['ticket_move'] ?? []) delete row.id;
  for (const row of worded['history'] ?? []) for (const name of ['id', 'at', 'row_id']) delete row[name];
  return worded;
}

async function atOnce(id: string): Promise<unknown> {
  const number = (await ticketRow(house, id)).number as string;
  const { manager } = house.application.get(DataSource);
  return said(await rowsWritten(manager, `(select xmin from ticket where id = '${id}')`), { id, number });
}

/** The same ticket again: written, then its line as every move writes one, then the copies as every night writes them. */
function stepByStep(id: string, mover: Actor): Promise<unknown> {
  return house.application.get(Transactions).preview(writeOf(mover), async (manager: EntityManager) => {
    const [copy] = await manager.query(COPY, [id]);
    const ticket = { id: copy.id, schoolId: copy.school_id, state: copy.state, priority: copy.priority, waitFor: null };
    const line = { mover, at: copy.reported_at, from: null, reason: null, detail: {} };
    await recordTicketMove(manager, ticket, { action: 'report', ...line });
    await house.application.get(TicketClocks).rewrite(manager, [copy.id]);
    return said(await rowsWritten(manager), copy);
  });
}
const COPY = `insert into ticket (number, school_id, subject, equipment_id, room_id, service, symptom, description, impact, urgency,
    priority, state, state_since, reported_by, reported_at)
  select number || '9', school_id, subject, equipment_id, room_id, service, symptom, description, impact, urgency,
    priority, state, state_since, reported_by, reported_at from ticket where id = $1 returning *`;

describe('a report that is written at once', () => {
  const below = repeatable(20_261_006);
  const oneOf = <Thing>(things: readonly Thing[]): Thing => things[below(things.length)]!;

  /** Of anything, at any minute of a year. @returns the ticket's id */
  async function anyReport({ fleet, actor, deviceId }: Ground): Promise<string> {
    house.setNow(new Date(FIRST + below(MILLISECONDS_PER_YEAR / 1000) * 1000).toISOString());
    house.stopClock();
    const reports = house.application.get(ReportService);
    const of = { equipmentId: deviceId, schoolId: fleet.school.id, loan: 'P-2026-00001' };
    if (below(6) === 0)
      return house.application
        .get(Transactions)
        .run(writeOf(actor), (manager) => reports.reportMissing(manager, actor, of));
    const subject = oneOf([
      { subject: 'school' },
      { subject: 'device', equipmentId: deviceId },
      { subject: 'room', roomId: fleet.roomId },
      { subject: 'service', service: 'internet' },
    ] as const);
    const graveness = { impact: oneOf(IMPACT_NAMES), urgency: oneOf(URGENCY_NAMES) };
    const description = oneOf([undefined, '  ', ' Plus rien ne va ']);
    const request = { ...subject, ...graveness, symptom: 'other', description } as const;
    return (await reports.report(actor, request, keyedOf(actor))).id;
  }

  it('leaves the same rows in every table as one written step by step, copies of the clocks included', async () => {
    const seen = { due: new Set<number>(), warned: new Set<number>(), presence: 0, missing: 0, quick: 0 };
    for (let count = 0; count < REPORTS; count++) {
      const ground = oneOf(grounds);
      house.statements.take();
      const id = await anyReport(ground);
      if (house.statements.take().length === 1) seen.quick += 1;
      expect(await atOnce(id)).toEqual(await stepByStep(id, ground.actor));
      const { due_at, next_warning_at, description } = await ticketRow(house, id);
      seen.due.add((due_at as Date).getTime());
      seen.warned.add((next_warning_at as Date).getTime());
      if (ground !== grounds[0]) seen.presence += 1;
      if (String(description).startsWith('Il manque')) seen.missing += 1;
    }
    // None of the cases is there by name only.
    expect(seen.due.size).toBeGreaterThan(REPORTS / 2);
    expect(seen.warned.size).toBeGreaterThan(REPORTS / 2);
    expect(Math.min(seen.presence, seen.missing, seen.quick)).toBeGreaterThan(5);
  });

  it('writes the ticket, its line in the thread and nothing else but the history', async () => {
    const rows = await atOnce(await anyReport(grounds[0]!));
    expect(Object.keys(rows as object).sort()).toEqual(['history', 'ticket', 'ticket_move']);
  });
});

describe('reporting', () => {
  const OUTAGE = { symptom: 'outage', impact: 'class', urgency: 'stopped' };
  const dueAt = async (id: string) => (await ticketRow(house, id)).due_at;

  it('asks nothing of tickets but to write one', async () => {
    const head = await house.person('school-head', { school_id: grounds[0]!.fleet.school.id });
    const report = () => head.post('/api/v1/tickets', { ...OUTAGE, subject: 'school' });
    await report();
    house.statements.take();
    expect((await report()).status).toBe(201);
    const sent = house.statements.take();
    expect(sent.filter((statement) => /\bticket(_move|_warning)?\b/.test(statement))).toHaveLength(1);
    expect(sent.filter((statement) => /\bcalendar_mark\b/.test(statement))).toHaveLength(1);
    // Claim, calendars, writing and answer at once: nothing is read twice, nor asked for before.
    expect(sent).toHaveLength(1);
  });

  it.each(['school', 'device'] as const)('of a %s counts with a calendar that was changed a moment ago', async (of) => {
    const { fleet, deviceId } = grounds[0]!;
    const head = await house.person('school-head', { school_id: fleet.school.id });
    const asked = of === 'device' ? { subject: of, equipmentId: deviceId, symptom: 'other' } : { subject: of };
    const report = async () => (await head.post('/api/v1/tickets', { ...OUTAGE, ...asked })).body.id as string;
    expect(await dueAt(await report())).toEqual(new Date('2026-10-07T07:00:00Z'));
    await house.arrange(`insert into public_holiday (day, name) values ('2026-10-07', 'Jour de craie')`);
    expect(await dueAt(await report())).toEqual(new Date('2026-10-08T07:00:00Z'));
    await house.arrange(`delete from public_holiday where day = '2026-10-07'`);
  });

  it('counts with what its school asks since a moment ago', async () => {
    const { fleet } = grounds[2]!;
    const head = await house.person('school-head', { school_id: fleet.school.id });
    const asked = { ...OUTAGE, subject: 'school' };
    const report = async () => dueAt((await head.post('/api/v1/tickets', asked)).body.id as string);
    const [present, again] = [await report(), await report()];
    expect(again).toEqual(present);
    await house.arrange('update school set presence_needed = false where id = $1', [fleet.school.id]);
    const absent = await report();
    expect(absent).not.toEqual(present);
    await house.arrange('update school set presence_needed = true where id = $1', [fleet.school.id]);
    expect(await report()).toEqual(present);
  });

  it('in one statement is refused to a session that has ended, and to who does not reach the school', async () => {
    const [{ actor, fleet }, other] = grounds as [Ground, Ground];
    const reports = house.application.get(ReportService);
    const of = { ...OUTAGE, subject: 'service', service: 'internet', schoolId: fleet.school.id } as const;
    const report = (by: Actor, session?: { id: string; version: number }) =>
      reports.report(by, of as never, { ...keyedOf(by), ...(session ? { session } : {}) });
    await report(actor);
    await expect(report(actor, { id: randomUUID(), version: 1 })).rejects.toMatchObject({
      driverError: { code: 'PA007' },
    });
    await expect(report(other.actor)).rejects.toMatchObject({ code: 'object.not-found' });
  });

  it.each(['school', 'room'] as const)('of a %s sent twenty times at once under one key is one', async (subject) => {
    const { fleet } = grounds[1]!;
    const head = await house.person('school-head', { school_id: fleet.school.id });
    const of = {
      ...{ ...OUTAGE, subject, symptom: 'other', description: `Vingt fois ${subject}` },
      ...(subject === 'room' ? { roomId: fleet.otherRoomId } : {}),
    };
    await head.post('/api/v1/tickets', { ...of, description: 'Avant' });
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => head.post('/api/v1/tickets', of, { key })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 201, body: { state: 'new', version: 1 } });
    expect(await house.sql('select from ticket where description = $1', [of.description])).toHaveLength(1);
  });
});
