import { Injectable } from '@nestjs/common';
import { addCalendarDays } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { MailService } from '../platform/mail/mail.service.js';
import type { Actor } from './actor.js';
import { holdsOn } from './assignment-rows.js';
import { DeputyAccess, type DeputySchool } from './deputy.access.js';
import type { DeputyList, DeputyRequest } from './deputy.dto.js';
import { GrantsService } from './grants.service.js';
import { roleGivenMail } from './identity-mails.js';
import { SecurityLog } from './security-log.js';

/** A head names a deputy with dates; in a vacancy, who answers for the school does (rules.md 1). */
@Injectable()
export class DeputiesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: DeputyAccess,
    private readonly grants: GrantsService,
    private readonly mails: MailService,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, schoolId: string): Promise<DeputyList> {
    const today = this.clock.today();
    const { manager } = this.dataSource;
    const school = await this.access.reach(manager, actor, schoolId, today, false);
    const mayName = whyNot(actor, school) === null;
    return {
      items: await manager.query(
        `select a.id, a.account_id as "accountId", c.name, a.from_day::text as "fromDay", (a.to_day - 1)::text as "lastDay",
                a.named_in_vacancy as "inVacancy", ${holdsOn('$2')} as current
           from assignment a join account c on c.id = a.account_id
          where a.school_id = $1 and (a.deputy_of_id is not null or a.named_in_vacancy) and (a.to_day is null or a.to_day > greatest($2, a.from_day))
          order by a.from_day, a.id limit 100`,
        [schoolId, today],
      ),
      candidates: mayName ? await this.teachers(manager, school, actor, today) : [],
      vacancy: school.head === null,
      mayName,
      latestDay: school.head?.toDay ? addCalendarDays(school.head.toDay, -1) : null,
    };
  }

  /** @throws Refused account.school-closed, account.deputy-names-none, account.head-in-place, role.may-not, account.own-role, account.dates-outside, account.not-teacher-here */
  async name(actor: Actor, schoolId: string, request: DeputyRequest, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      const today = this.clock.today();
      const school = await this.access.reach(manager, actor, schoolId, today, true);
      const refusal = whyNot(actor, school);
      if (refusal) throw new Refused(refusal);
      if (request.accountId === actor.accountId) throw new Refused('account.own-role');
      const toDay = addCalendarDays(request.lastDay, 1);
      if (request.fromDay < today || toDay <= request.fromDay) throw new Refused('account.dates-outside');
      const { head } = school;
      if (head && (request.fromDay < head.fromDay || (head.toDay !== null && toDay > head.toDay)))
        throw new Refused('account.dates-outside');
      const email = await this.requireTeacher(manager, schoolId, request, toDay);
      const [{ id }] = await manager.query(
        `insert into assignment (account_id, role, scope_kind, school_id, from_day, to_day, deputy_of_id, named_in_vacancy)
         values ($1, 'school-head', 'school', $2, $3, $4, $5, $6) returning id`,
        [request.accountId, schoolId, request.fromDay, toDay, head?.assignmentId ?? null, head === null],
      );
      await this.log.record(
        'deputy-named',
        request.accountId,
        { assignmentId: id, by: actor.accountId, vacancy: head === null },
        manager,
      );
      const words = roleGivenMail(
        `adjoint, ${school.name}`,
        request.fromDay,
        request.lastDay,
        this.mails.link('/accueil'),
      );
      await this.mails.queue(manager, { dedupe: `assignment:${id}`, to: email, ...words });
      return { id };
    });
  }

  /** Ends it now; it stays in the history. @throws Refused object.not-found, account.deputy-names-none, account.assignment-ended */
  async end(actor: Actor, assignmentId: string, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      const schoolId = await this.access.schoolOf(manager, assignmentId);
      const school = await this.access.reach(manager, actor, schoolId, this.clock.today(), true);
      // Of a school that has closed meanwhile too, what was named may be ended.
      const refusal = whyNot(actor, { ...school, closed: false });
      if (refusal) throw new Refused(refusal);
      const [row] = await manager.query(
        `select id, account_id as "accountId", role, school_id as "schoolId", from_day::text as "fromDay", to_day::text as "toDay", true as deputy
           from assignment where id = $1 for no key update`,
        [assignmentId],
      );
      await this.grants.endIn(manager, actor, row, null);
      return { id: assignmentId };
    });
  }

  /** Their address. @throws Refused account.not-teacher-here unless they teach there on all those days */
  private async requireTeacher(
    manager: EntityManager,
    schoolId: string,
    { accountId, fromDay }: DeputyRequest,
    toDay: string,
  ): Promise<string> {
    const [row] = await manager.query(
      `select c.email from assignment a join account c on c.id = a.account_id and c.active
        where a.account_id = $1 and a.school_id = $2 and a.role = 'teacher' and a.from_day <= $3 and (a.to_day is null or a.to_day >= $4)
        limit 1 for share of a`,
      [accountId, schoolId, fromDay, toDay],
    );
    if (!row) throw new Refused('account.not-teacher-here');
    return row.email;
  }

  private teachers(
    manager: EntityManager,
    school: DeputySchool,
    actor: Actor,
    today: string,
  ): Promise<{ accountId: string; name: string }[]> {
    return manager.query(
      `select c.id as "accountId", c.name from account c where c.active and c.id <> $3
          and exists (select from assignment a where a.account_id = c.id and a.school_id = $1 and a.role = 'teacher' and ${holdsOn('$2')})
        order by c.name, c.id limit 200`,
      [school.id, today, actor.accountId],
    );
  }
}

/** Why this actor may not name, or end, a deputy of this school now; null when they may. */
function whyNot(
  actor: Actor,
  school: DeputySchool,
): 'account.school-closed' | 'account.deputy-names-none' | 'account.head-in-place' | 'role.may-not' | null {
  if (school.closed) return 'account.school-closed';
  if (actor.role === 'school-head') {
    if (actor.deputy) return 'account.deputy-names-none';
    return school.head ? null : 'role.may-not';
  }
  if (actor.role !== school.inVacancy) return 'role.may-not';
  return school.head ? 'account.head-in-place' : null;
}
