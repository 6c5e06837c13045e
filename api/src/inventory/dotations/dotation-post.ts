import { Injectable } from '@nestjs/common';
import { DOTATION_PARTS, DOTATION_PARTS_ANSWERING } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { AssignmentsService } from '../../identity/assignments.service.js';
import { inStates } from '../../platform/database/in-states.js';
import { byId, join } from '../../platform/database/joins.sql.js';
import { MailService } from '../../platform/mail/mail.service.js';
import type { Dotation } from './dotation.access.js';
import {
  dotationAskedMail,
  dotationDecidedMail,
  dotationReminderMail,
  dotationSilencesMail,
} from './dotation-mails.js';

/** A school's part that is written of. */
interface ToldPart {
  id: string;
  schoolId: string;
  title: string;
  modelName: string;
  quantity: number;
  answerBy: string;
  comes: boolean;
}

/** What is written to many heads, or to the managers, about a dotation. */
@Injectable()
export class DotationPost {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
  ) {}

  async tellAsked(manager: EntityManager, { id }: Dotation): Promise<void> {
    const parts: ToldPart[] = await manager.query(
      `${PARTS} where p.dotation_id = $1 and ${inStates('p.state', DOTATION_PARTS_ANSWERING)} order by p.id`,
      [id],
    );
    await this.tellHeads(manager, parts, 'asked', (told, part) => dotationAskedMail(told, part.answerBy));
  }

  /** Whoever was asked reads what came of it. */
  async tellDecided(manager: EntityManager, { id }: Dotation): Promise<void> {
    const parts: ToldPart[] = await manager.query(
      `${PARTS} where p.dotation_id = $1 and p.answer_by is not null order by p.id`,
      [id],
    );
    await this.tellHeads(manager, parts, 'decided', (told, part) => dotationDecidedMail(told, part.comes));
  }

  /** Once each, those whose delay ends by that day. @returns how many */
  async remind(manager: EntityManager, day: string, endsBy: string): Promise<number> {
    const [due]: [{ id: string }[], number] = await manager.query(
      `update dotation_part set reminded_on = $2 where id in (
         select p.id from dotation_part p where p.state = $1 and p.reminded_on is null and p.answer_by between $2::date and $3::date
          order by p.id for no key update)
       returning id`,
      [ASKED, day, endsBy],
    );
    const parts: ToldPart[] = await manager.query(`${PARTS} where p.id = any($1) order by p.id`, [
      due.map(({ id }) => id),
    ]);
    await this.tellHeads(manager, parts, 'reminder', (told, part) => dotationReminderMail(told, part.answerBy));
    return parts.length;
  }

  /** To the managers, in one mail a dotation. */
  async tellSilences(manager: EntityManager, partIds: readonly string[], day: string): Promise<void> {
    const silences: { id: string; title: string; schools: number }[] = await manager.query(
      `select d.id, d.title, count(*)::int as schools from dotation_part p ${join(byId('dotation', 'd', 'p.dotation_id'))}
        where p.id = any($1) group by d.id, d.title order by d.id`,
      [partIds],
    );
    const managers = silences.length === 0 ? [] : await this.assignments.addressees(manager, 'plan-manager');
    const mails = silences.flatMap(({ id, title, schools }) => {
      const mail = dotationSilencesMail(title, schools, this.mails.link(`/parc/dotations/${id}`));
      return managers.map(({ accountId, email }) => ({
        ...{ dedupe: `dotation:silences:${id}:${day}:${accountId}`, to: email, ...mail },
      }));
    });
    await this.mails.queueAll(manager, mails);
  }

  private async tellHeads(
    manager: EntityManager,
    parts: readonly ToldPart[],
    about: string,
    mail: (told: ToldPart & { link: string }, part: ToldPart) => { subject: string; body: string },
  ): Promise<void> {
    if (parts.length === 0) return;
    const heads = Map.groupBy(await this.assignments.addressees(manager, 'school-head'), ({ schoolId }) => schoolId);
    const mails = parts.flatMap((part) => {
      const written = mail({ ...part, link: this.mails.link(`/parc/dotation/${part.id}`) }, part);
      return (heads.get(part.schoolId) ?? []).map(({ accountId, email }) => ({
        ...{ dedupe: `dotation:${about}:${part.id}:${accountId}`, to: email, ...written },
      }));
    });
    await this.mails.queueAll(manager, mails);
  }
}

const ASKED = DOTATION_PARTS.find(DOTATION_PARTS.initial, 'ask')!.next;

/** What is written of each part. */
const PARTS = `select p.id, p.school_id as "schoolId", d.title, i.name as "modelName", p.quantity, p.answer_by::text as "answerBy",
    ${inStates('p.state', DOTATION_PARTS.statesFrom('plan'))} as comes
  from dotation_part p ${join(byId('dotation', 'd', 'p.dotation_id'))} ${join(itemOf('d.model_id'))}`;
