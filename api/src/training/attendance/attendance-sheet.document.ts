import { Injectable } from '@nestjs/common';
import { frenchDay, parisDateOf, parisDateTimeOf, placeSaid, type TrainingPlace } from '@parc/domain';
import { schoolOf } from '../../directory/school.sql.js';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { renderPdf } from '../../platform/files/pdf.js';
import { LIMITS } from '../../platform/limits.js';
import { TrainingAccess } from '../training.access.js';
import { TRAINER, TRAINER_NAME } from '../training.sql.js';
import { datesOf } from './attendance.service.js';

interface Head {
  module: string;
  trainer: string;
  placeKind: TrainingPlace;
  schoolName: string | null;
  placeName: string | null;
}

/** The sheet that is signed on paper where there is no phone: what is noted from it counts. */
@Injectable()
export class AttendanceSheetDocument {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
  ) {}

  /** @throws Refused object.not-found */
  async pdf(actor: Actor, sessionId: string): Promise<{ name: string; content: Buffer }> {
    const { session, dates, head, people } = await this.transactions.snapshot(async (manager) => {
      const found = await this.access.read(manager, actor, sessionId);
      const [told] = await manager.query(HEAD, [sessionId]);
      return {
        session: found,
        dates: await datesOf(manager, sessionId),
        head: told as Head,
        people: (await manager.query(PEOPLE, [sessionId])) as { name: string; school: string }[],
      };
    });
    const content = await renderPdf({
      template: 'training/attendance/attendance-sheet.typ',
      title: `Feuille d’émargement ${session.number}`,
      at: session.startsAt,
      data: {
        ...{ module: head.module, trainer: head.trainer, session: session.number, place: placeSaid(head), people },
        free: Math.min(LIMITS.training.sheetFreeLines, session.capacity),
        dates: dates.map(halfDaySaid),
      },
    });
    return { name: `emargement-${session.number}.pdf`, content };
  }
}

function halfDaySaid({ startsAt, endsAt }: { startsAt: string; endsAt: string }): { day: string; hours: string } {
  const time = (instant: string) => parisDateTimeOf(new Date(instant)).time.replace(':', '\u00a0h\u00a0');
  return { day: frenchDay(parisDateOf(new Date(startsAt)), 0), hours: `de ${time(startsAt)} à ${time(endsAt)}` };
}

const HEAD = `select d.title as module, ${TRAINER_NAME} as trainer, t.place_kind as "placeKind", s.name as "schoolName", t.place_name as "placeName"
  from training_session t join training_module d on d.id = t.module_id ${leftJoin(schoolOf('t.school_id'))} ${leftJoin(TRAINER)}
  where t.id = $1`;

/** Offers without an answer have a line too: whoever comes after all signs. */
const PEOPLE = `select c.name, s.name as school
  from training_enrolment n ${join(accountOf('n.account_id', 'c'))} ${join(schoolOf('n.school_id'))}
  where n.session_id = $1 and n.seat is not null order by c.name, n.id limit ${LIMITS.training.seats}`;
