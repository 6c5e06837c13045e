import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SCHOOLS } from '../directory/school.sql.js';
import { AssignmentsService, type Addressee } from '../identity/assignments.service.js';
import { all } from '../platform/database/joins.sql.js';
import { MailService } from '../platform/mail/mail.service.js';
import { allocationMail, type AllocationTold, type GivenShare } from './allocation-notice.words.js';

/** Heads learn what their school received, private bodies what theirs did: one mail each, in the transaction of the run. */
@Injectable()
export class AllocationNotices {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
  ) {}

  async allocated(manager: EntityManager, told: AllocationTold): Promise<void> {
    const shares = new Map(told.shares.map((share) => [share.schoolId, share]));
    const heads = await this.assignments.addressees(manager, 'school-head');
    const ofHeads = gather(heads, ({ schoolId }) => (schoolId && shares.has(schoolId) ? [shares.get(schoolId)!] : []));
    const officers = await this.assignments.addressees(manager, 'private-body-officer');
    const ofBodies = await this.sharesOfBodies(manager, shares);
    const ofOfficers = gather(officers, ({ managingBodyId }) => ofBodies.get(managingBodyId) ?? []);
    const mails = [
      ...[...ofHeads].map(([to, received]) => ({ to, received, path: '/budget', role: 'head' })),
      ...[...ofOfficers].map(([to, received]) => ({ to, received, path: '/budgets', role: 'body' })),
    ];
    await this.mails.queueAll(
      manager,
      mails.map(({ to, received, path, role }) => ({
        dedupe: `allocation:${told.runId}:${role}:${to.accountId}`,
        to: to.email,
        ...allocationMail(told, received, this.mails.link(path)),
      })),
    );
  }

  /** A body reads the budgets of the schools and units it runs (rules.md 2). */
  private async sharesOfBodies(
    manager: EntityManager,
    shares: ReadonlyMap<string, GivenShare>,
  ): Promise<Map<string | null, GivenShare[]>> {
    const rows: { id: string; bodyId: string }[] = await manager.query(
      `select s.id, s.managing_body_id as "bodyId" from ${all(SCHOOLS)} where s.managing_body_id is not null and s.id = any($1)
        order by plain_text(s.name), s.id`,
      [[...shares.keys()]],
    );
    const byBody = new Map<string | null, GivenShare[]>();
    for (const { id, bodyId } of rows) byBody.set(bodyId, [...(byBody.get(bodyId) ?? []), shares.get(id)!]);
    return byBody;
  }
}

/** One mail a person, whatever schools or bodies they speak for; none to whom nothing was given. */
function gather(
  addressees: readonly Addressee[],
  receivedBy: (addressee: Addressee) => readonly GivenShare[],
): Map<Addressee, GivenShare[]> {
  const first = new Map<string, Addressee>();
  const received = new Map<Addressee, GivenShare[]>();
  for (const addressee of addressees) {
    const shares = receivedBy(addressee);
    if (shares.length === 0) continue;
    const person = first.get(addressee.accountId) ?? addressee;
    first.set(addressee.accountId, person);
    received.set(person, [...(received.get(person) ?? []), ...shares]);
  }
  return received;
}
