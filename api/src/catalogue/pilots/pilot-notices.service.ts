import { Injectable } from '@nestjs/common';
import { frenchDay, PILOT_NOTICE_WORDS, SCHOOL_ROLES } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { AssignmentsService } from '../../identity/assignments.service.js';
import { MailService, mailText } from '../../platform/mail/mail.service.js';
import { oneByOne } from '../../platform/one-by-one.js';

/** What is told of one trial. Days are ISO. */
interface PilotTold {
  itemName: string;
  schoolId: string;
  fromDay: string;
  toDay: string;
  lookedFor: string;
}

/** Who is told of a trial in a pilot school, by mail, in the transaction of what is told. */
@Injectable()
export class PilotNotices {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
  ) {}

  /** Everybody who works in the school today, each once, whatever they do there. */
  async tell(manager: EntityManager, pilotId: string, action: keyof typeof PILOT_NOTICE_WORDS): Promise<void> {
    const [pilot] = (await manager.query(TOLD, [pilotId])) as [PilotTold];
    const { schoolId } = pilot;
    const { subject, told, next } = PILOT_NOTICE_WORDS[action];
    const readers = await oneByOne(SCHOOL_ROLES, (role) => this.assignments.addressees(manager, role, { schoolId }));
    const lookedFor = action === 'start' ? [`À regarder : ${pilot.lookedFor}`] : [];
    const paragraphs = [filled(told, pilot), ...lookedFor, ...(next.school ? [next.school] : [])];
    const body = mailText(paragraphs, this.mails.link(`/catalogue/pilotes/${pilotId}`));
    const addresses = new Map(readers.flat().map(({ accountId, email }) => [accountId, email]));
    const mails = [...addresses].map(([accountId, to]) => ({
      ...{ dedupe: `pilot-${action}:${pilotId}:${accountId}`, to, subject: `École pilote : ${subject}`, body },
    }));
    await this.mails.queueAll(manager, mails);
  }
}

const filled = (words: string, { itemName, fromDay, toDay }: PilotTold): string =>
  words
    .replace('{item}', () => itemName)
    .replace('{from}', () => frenchDay(fromDay))
    .replace('{to}', () => frenchDay(toDay));

const TOLD = `select i.name as "itemName", p.school_id as "schoolId", p.from_day::text as "fromDay", p.to_day::text as "toDay",
    p.looked_for as "lookedFor"
  from pilot p join catalogue_item i on i.id = p.item_id where p.id = $1`;
