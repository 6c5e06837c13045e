import { Injectable } from '@nestjs/common';
import {
  aboutSaid,
  frenchDay,
  parisDateTimeOf,
  SUPPORT_NOTICE_WORDS,
  type NoticeWord,
  type SupportAbout,
  type SupportAction,
  type SupportNotice,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { AssignmentsService, type Addressee } from '../../identity/assignments.service.js';
import { MailService, mailText } from '../../platform/mail/mail.service.js';
import { oneByOne } from '../../platform/one-by-one.js';
import type { SupportRequest } from './support-request.entity.js';
import type { MovingSupport } from './support.moving.js';
import { ABOUT_OF } from './support.sql.js';

type Reader = Pick<Addressee, 'accountId' | 'email'>;

const WORDS: Readonly<Record<SupportAction, NoticeWord>> = SUPPORT_NOTICE_WORDS;

/** « mar. 1 déc. à 14 h 10 » */
const whenSaid = (instant: Date): string => {
  const { date, time } = parisDateTimeOf(instant);
  const [hour, minutes] = time.split(':');
  return `${frenchDay(date)} à ${Number(hour)} h${minutes === '00' ? '' : ` ${minutes}`}`;
};

/** Who is told of a visit of support, by mail, in the transaction of what is told. */
@Injectable()
export class SupportNotices {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
  ) {}

  /** The trainers of the circonscription have a request to date. */
  async asked(manager: EntityManager, request: SupportRequest): Promise<void> {
    const told = await this.filled(manager, request, 'Un accompagnement « {about} » est demandé à {school}.');
    await this.post(manager, request, await this.trainers(manager, request), {
      dedupe: `support-asked:${request.id}`,
      subject: 'il est demandé',
      paragraphs: [told, 'Proposez une date à l’école.'],
    });
  }

  /** Nobody is told of their own move, nor twice of the same one. */
  async tell(moving: MovingSupport, action: SupportAction, notices: readonly SupportNotice[]): Promise<void> {
    const { manager, request, mover, reason } = moving;
    const { subject, told, next } = WORDS[action];
    const said = await this.filled(manager, request, told);
    await oneByOne(notices, async (notice) => {
      const readers = await this.addressees(moving, notice);
      const follows = next[notice];
      await this.post(
        manager,
        request,
        readers.filter(({ accountId }) => accountId !== mover.accountId),
        {
          ...{ dedupe: `support-move:${request.id}:${request.version}`, subject },
          paragraphs: [said, ...(reason ? [`Motif : ${reason}`] : []), ...(follows ? [follows] : [])],
        },
      );
    });
  }

  private async post(
    manager: EntityManager,
    { id }: SupportRequest,
    readers: readonly Reader[],
    { dedupe, subject, paragraphs }: { dedupe: string; subject: string; paragraphs: string[] },
  ): Promise<void> {
    const body = mailText(paragraphs, this.mails.link(`/formations/accompagnements/${id}`));
    const mails = readers.map(({ accountId, email }) => ({
      ...{ dedupe: `${dedupe}:${accountId}`, to: email, subject: `Accompagnement : ${subject}`, body },
    }));
    await this.mails.queueAll(manager, mails);
  }

  private async addressees(moving: MovingSupport, notice: SupportNotice): Promise<Reader[]> {
    const { manager, request, formerTrainerId } = moving;
    if (notice === 'school') return this.school(manager, request);
    // Whoever was to come; while nobody is, all those who were asked.
    if (formerTrainerId === null) return this.trainers(manager, request);
    const trainer = await this.assignments.addressOf(manager, formerTrainerId);
    return trainer ? [trainer] : [];
  }

  /** In whose class it is, who asked, and who heads the school, each once. */
  private async school(manager: EntityManager, { schoolId, teacherId, askedBy }: SupportRequest): Promise<Reader[]> {
    const heads = await this.assignments.addressees(manager, 'school-head', { schoolId });
    const people = await oneByOne([teacherId, askedBy], (id) => this.assignments.addressOf(manager, id));
    const all: Reader[] = [...people.filter((one) => one !== null), ...heads];
    return [...new Map(all.map((reader) => [reader.accountId, reader])).values()];
  }

  private trainers(manager: EntityManager, { circonscriptionId }: SupportRequest): Promise<Reader[]> {
    return this.assignments.addressees(manager, 'digital-trainer', { circonscriptionId });
  }

  private async filled(manager: EntityManager, request: SupportRequest, text: string): Promise<string> {
    const [named] = (await manager.query(ABOUT_OF, [request.id])) as [
      { about: SupportAbout; moduleTitle: string | null; modelName: string | null; schoolName: string },
    ];
    return text
      .replace('{about}', () => aboutSaid(named))
      .replace('{school}', () => named.schoolName)
      .replace('{when}', () => whenSaid(request.startsAt!));
  }
}
