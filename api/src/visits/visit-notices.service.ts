import { Injectable } from '@nestjs/common';
import {
  frenchDay,
  parisDateOf,
  VISIT_CONFIRM_ASKED,
  VISIT_NOTICE_WORDS,
  type NoticeWord,
  type VisitAction,
  type VisitNotice,
} from '@parc/domain';
import { schoolOf } from '../directory/school.sql.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { join } from '../platform/database/joins.sql.js';
import { MailService, mailText } from '../platform/mail/mail.service.js';
import { isToConfirm } from './confirmation.js';
import type { MovingVisit } from './visit.moving.js';

const WORDS: Readonly<Partial<Record<VisitAction, NoticeWord>>> = VISIT_NOTICE_WORDS;

/** Who is told of a visit, by mail, in the transaction of what is told. */
@Injectable()
export class VisitNotices {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
  ) {}

  async tell({ manager, visit }: MovingVisit, action: VisitAction, notices: readonly VisitNotice[]): Promise<void> {
    const words = WORDS[action];
    if (!words) throw new Error(`nobody is told of ${action}`);
    const [{ name }] = await manager.query(
      `select s.name from visit v ${join(schoolOf('v.school_id'))} where v.id = $1`,
      [visit.id],
    );
    const fill = (text: string) =>
      text
        .replace('{school}', () => name as string)
        .replace('{when}', () => `le ${frenchDay(parisDateOf(visit.begunAt))}`);
    const heads = await this.assignments.addressees(manager, 'school-head', { schoolId: visit.schoolId });
    for (const notice of notices) {
      const next = [words.next[notice] ?? [], isToConfirm(visit) ? VISIT_CONFIRM_ASKED : []].flat();
      const body = mailText([fill(words.told), ...next], this.mails.link(`/interventions/${visit.id}`));
      const subject = `Intervention ${visit.number} : ${words.subject}`;
      const dedupe = `visit-move:${visit.id}:${visit.version}`;
      const mails = heads.map(({ accountId, email }) => ({
        dedupe: `${dedupe}:${accountId}`,
        to: email,
        subject,
        body,
      }));
      await this.mails.queueAll(manager, mails);
    }
  }
}
