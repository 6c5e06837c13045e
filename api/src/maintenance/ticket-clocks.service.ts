import { Injectable } from '@nestjs/common';
import {
  type AxisPiece,
  type Calendars,
  civilYearOf,
  clockAxis,
  clocks,
  clockSentence,
  nextWarningAt,
  takeUpSentence,
  TICKETS_IN_HAND,
  TICKETS_OPEN,
  TICKETS_RESOLVED,
  type TicketClocks as Said,
  type TicketHistoryRow,
  type TicketState,
  type TicketWarning,
  warningsToTell,
  type WorkingTime,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { oneByOne } from '../platform/one-by-one.js';
import type { TicketClockOfRow } from './ticket.answers.js';
import type { TicketClockDrawn } from './ticket-page.answers.js';
import { CalendarsService, type LoadedCalendars } from './calendars/calendars.service.js';

/** What lists are read by: when a ticket falls due, and when somebody is to be warned of it. */
interface TicketCopies {
  readonly dueAt: Date | null;
  readonly nextWarningAt: Date | null;
}

/** What a report says that clocks count with. */
type ReportLine = Pick<TicketHistoryRow, 'at' | 'priority' | 'presence'>;

/** What a ticket's clocks say of its history, and the copies that lists are read by. */
@Injectable()
export class TicketClocks {
  constructor(
    private readonly calendars: CalendarsService,
    private readonly clock: Clock,
  ) {}

  /** Writes the copies again, after an event: what falls due, and when somebody is to be warned. @param ids tickets that are locked */
  async rewrite(manager: EntityManager, ids: readonly string[]): Promise<void> {
    const rows: { id: string; state: TicketState; schoolId: string }[] = await manager.query(
      'select id, state, school_id as "schoolId" from ticket where id = any($1) order by id',
      [ids],
    );
    const calendars = await this.calendars.load(manager, schoolsOf(rows));
    await oneByOne(rows, async ({ id, state, schoolId }) => {
      const judged = TICKETS_OPEN.includes(state) || TICKETS_RESOLVED.includes(state);
      const said = judged ? await this.of(manager, id, calendars, schoolId) : null;
      const copies = said && TICKETS_OPEN.includes(state) ? copiesOf(said, await toldOf(manager, id)) : NO_COPIES;
      await manager.query(WRITE_COPIES, [id, copies.dueAt, copies.nextWarningAt]);
      await manager.query(WRITE_TIMES, [JSON.stringify([timesOf({ id, state }, said)])]);
    });
  }

  /** What the clocks of tickets have counted, where nobody has written it yet. @param most at once @returns how many */
  async countEnded(manager: EntityManager, most: number): Promise<number> {
    const rows: TicketInState[] = [
      ...(await manager.query(uncounted(REPAIRED_UNCOUNTED, most))),
      ...(await manager.query(uncounted(IN_HAND_UNCOUNTED, most))),
    ];
    const said = await this.ofMany(manager, rows);
    const times = rows.flatMap((row) => {
      const clocks = said.get(row.id);
      return clocks ? [timesOf(row, clocks)] : [];
    });
    await manager.query(WRITE_TIMES, [JSON.stringify(times)]);
    return rows.length;
  }

  /** The copies of a ticket that its report begins, before it is written: what `rewrite` would write after it. @param mark of the calendars */
  async begun(manager: EntityManager, schoolId: string, report: ReportLine, mark: string): Promise<TicketCopies> {
    return this.begunBy(await this.calendars.load(manager, [schoolId], mark), schoolId, report);
  }

  /** The same by what is known, asking nothing, with the mark that must still stand; null: it is to be asked. */
  begunAsKnown(schoolId: string, report: ReportLine): (TicketCopies & { mark: string }) | null {
    const calendars = this.calendars.known(schoolId);
    return calendars && { ...this.begunBy(calendars, schoolId, report), mark: calendars.mark };
  }

  private begunBy(calendars: LoadedCalendars, schoolId: string, report: ReportLine): TicketCopies {
    const said = this.count([{ ...report, action: 'report' }], calendars, schoolId, report.at);
    return said ? copiesOf(said, []) : NO_COPIES;
  }

  /** What somebody is to be warned of, told of none yet, with its instant: past ones too. */
  async warnings(
    manager: EntityManager,
    { id, schoolId }: { id: string; schoolId: string },
  ): Promise<ReturnType<typeof warningsToTell>> {
    const calendars = await this.calendars.load(manager, [schoolId]);
    const said = await this.of(manager, id, calendars, schoolId);
    return said === null ? [] : warningsToTell(said, await toldOf(manager, id));
  }

  /** Both clocks now, as a page shows them; null of what nobody judges. @param noted with what people wrote of a wait */
  async said(
    manager: EntityManager,
    ticket: { id: string; schoolId: string },
    noted: boolean,
  ): Promise<TicketClockDrawn | null> {
    const calendars = await this.calendars.load(manager, [ticket.schoolId]);
    const history = await historyOf(manager, ticket.id, noted);
    const said = this.count(history, calendars, ticket.schoolId);
    if (said === null || said.metropole.course === 'void') return null;
    const { metropole, takeUp } = said;
    const year = civilYearOf(this.clock.today());
    return {
      axis: clockAxis(said, this.clock.now(), workingOf(history, calendars.of(ticket.schoolId))).map(written),
      sentence: clockSentence(said, year),
      takeUpSentence: takeUpSentence(said, year),
      takeUpDueAt: takeUp.course === 'running' ? (takeUp.dueAt?.toISOString() ?? null) : null,
      percent: metropole.percent,
      spentMinutes: metropole.minutes,
      targetMinutes: metropole.targetMinutes,
      leftMinutes: metropole.leftMinutes,
      classMinutes: said.class.minutes,
      stopped: metropole.course === 'stopped',
      ended: metropole.course === 'ended',
      late: metropole.late,
    };
  }

  /** The clocks of many tickets now, in one reading of their histories. */
  async ofMany(
    manager: EntityManager,
    tickets: readonly { id: string; schoolId: string }[],
  ): Promise<ReadonlyMap<string, Said | null>> {
    const calendars = await this.calendars.load(manager, schoolsOf(tickets));
    const rows: (TicketHistoryRow & { ticketId: string })[] = await manager.query(HISTORIES, [
      tickets.map(({ id }) => id),
    ]);
    const histories = Map.groupBy(rows, ({ ticketId }) => ticketId);
    const now = this.clock.now();
    return new Map(
      tickets.map(({ id, schoolId }) => [
        id,
        clocks(histories.get(id) ?? [], now, calendars.of(schoolId), calendars.targets),
      ]),
    );
  }

  private async of(
    manager: EntityManager,
    ticketId: string,
    calendars: LoadedCalendars,
    schoolId: string,
    noted = false,
  ): Promise<Said | null> {
    return this.count(await historyOf(manager, ticketId, noted), calendars, schoolId);
  }

  private count(
    history: readonly TicketHistoryRow[],
    calendars: LoadedCalendars,
    schoolId: string,
    now = this.clock.now(),
  ): Said | null {
    return clocks(history, now, calendars.of(schoolId), calendars.targets);
  }

  /** What the two clocks have counted so far, of the rows of a list: one reading of all their histories. */
  async counted(
    manager: EntityManager,
    tickets: readonly { id: string; schoolId: string }[],
  ): Promise<TicketClockOfRow[]> {
    const calendars = await this.calendars.load(manager, schoolsOf(tickets));
    const rows: (TicketHistoryRow & { ticketId: string })[] = await manager.query(HISTORIES, [
      tickets.map(({ id }) => id),
    ]);
    const histories = Map.groupBy(rows, ({ ticketId }) => ticketId);
    return tickets.flatMap(({ id, schoolId }) => {
      const said = this.count(histories.get(id) ?? [], calendars, schoolId);
      if (said === null || said.metropole.course === 'void') return [];
      const { percent, leftMinutes, late, course } = said.metropole;
      return [{ id, percent, leftMinutes, late, stopped: course === 'stopped', classMinutes: said.class.minutes }];
    });
  }
}

interface TicketInState {
  id: string;
  schoolId: string;
  state: TicketState;
}

/** What is kept of the clocks of a ticket: of one in hand whether it was taken in time, of a repaired one all. */
interface Times {
  id: string;
  metropole?: number;
  class?: number;
  taken?: boolean;
  restored?: boolean;
  classRestored?: boolean;
}

function timesOf({ id, state }: Pick<TicketInState, 'id' | 'state'>, said: Said | null): Times {
  const repaired = TICKETS_RESOLVED.includes(state);
  if (said === null || !(repaired || TICKETS_IN_HAND.includes(state))) return { id };
  const taken = !said.takeUp.late;
  if (!repaired) return { id, taken };
  return {
    ...{ id, taken, metropole: said.metropole.minutes, class: said.class.minutes },
    ...{ restored: !said.metropole.late, classRestored: !said.class.late },
  };
}

const WRITE_COPIES = 'update ticket set due_at = $2, next_warning_at = $3 where id = $1';
const WRITE_TIMES = `update ticket t set metropole_minutes = w.metropole, class_minutes = w.class, taken_in_time = w.taken, restored_in_time = w.restored,
    class_in_time = w."classRestored"
  from json_to_recordset($1) as w(id uuid, metropole int, class int, taken boolean, restored boolean, "classRestored" boolean) where t.id = w.id`;

const REPAIRED_UNCOUNTED = `resolved_at is not null and metropole_minutes is null and ${inStates('state', TICKETS_RESOLVED)}`;
const IN_HAND_UNCOUNTED = `open and taken_in_time is null and ${inStates('state', TICKETS_IN_HAND)}`;
const uncounted = (where: string, most: number) =>
  `select id, school_id as "schoolId", state from ticket where ${where} order by reported_at desc limit ${most} for no key update skip locked`;

const NO_COPIES: TicketCopies = { dueAt: null, nextWarningAt: null };

const copiesOf = (said: Said, told: readonly TicketWarning[]): TicketCopies => ({
  dueAt: said.metropole.dueAt,
  nextWarningAt: nextWarningAt(warningsToTell(said, told)),
});

const schoolsOf = (rows: readonly { schoolId: string }[]) => [...new Set(rows.map(({ schoolId }) => schoolId))];

const toldOf = (manager: EntityManager, ticketId: string): Promise<TicketWarning[]> =>
  manager.query('select clock, percent from ticket_warning where ticket_id = $1', [ticketId]);

/** The same of many, with what people wrote of a wait. */
const HISTORIES = `select ticket_id as "ticketId", at, action, wait_for as reason, case when action = 'wait' then reason end as note, priority, presence
  from ticket_move where ticket_id = any($1) order by ticket_id, at, id`;

const historyOf = (manager: EntityManager, ticketId: string, noted: boolean): Promise<TicketHistoryRow[]> =>
  manager.query(HISTORY, [ticketId, noted]);

/** The hours that count as things stand. */
const workingOf = (history: readonly TicketHistoryRow[], { service, presence }: Calendars): WorkingTime =>
  history.findLast((row) => row.presence != null)?.presence ? presence : service;

const written = ({ day, opens, from, to, kind }: AxisPiece) => ({
  ...{ day, kind, opens: opens.toISOString(), from: from.toISOString(), to: to.toISOString() },
});

const HISTORY = `select at, action, wait_for as reason, case when action = 'wait' and $2::boolean then reason end as note, priority, presence
  from ticket_move where ticket_id = $1 order by at, id`;
