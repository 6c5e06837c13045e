import { Injectable } from '@nestjs/common';
import {
  frenchDay,
  parisDateOf,
  TRAINING_NOTICE_WORDS,
  type NoticeWord,
  type TrainingAction,
  type TrainingNotice,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { AssignmentsService, type Addressee } from '../identity/assignments.service.js';
import { oneByOne } from '../platform/one-by-one.js';
import { MailService, mailText } from '../platform/mail/mail.service.js';
import type { MovingTraining } from './training.moving.js';
import type { TrainingSession } from './training-session.entity.js';

type Reader = Pick<Addressee, 'accountId' | 'email'>;

const WORDS: Readonly<Partial<Record<TrainingAction, NoticeWord>>> = TRAINING_NOTICE_WORDS;

/** What one mail says of a session. */
interface Said {
  dedupe: string;
  subject: string;
  paragraphs: string[];
}

/** Who is told of a session, by mail, in the transaction of what is told. */
@Injectable()
export class TrainingNotices {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
  ) {}

  /** Nobody is told of their own move, nor twice of the same one. */
  async tell(moving: MovingTraining, action: TrainingAction, notices: readonly TrainingNotice[]): Promise<void> {
    const { manager, session, mover, reason } = moving;
    const words = WORDS[action];
    if (!words) throw new Error(`nobody is told of ${action}`);
    const told = await this.filled(manager, session, words.told);
    await oneByOne(notices, async (notice) => {
      const readers = await this.addressees(manager, notice, session);
      const next = words.next[notice];
      await this.post(
        manager,
        session,
        readers.filter(({ accountId }) => accountId !== mover.accountId),
        {
          dedupe: `training-move:${session.id}:${session.version}`,
          subject: words.subject,
          paragraphs: [told, ...(reason ? [`Motif : ${reason}`] : []), ...(next ? [next] : [])],
        },
      );
    });
  }

  /** Both sides have something to agree to. @param except who proposes */
  async proposed(manager: EntityManager, session: TrainingSession, except: string): Promise<void> {
    const readers = await this.addressees(manager, 'sides', session);
    const told = await this.filled(manager, session, 'La session « {module} » est proposée pour le {when}.');
    await this.post(
      manager,
      session,
      readers.filter(({ accountId }) => accountId !== except),
      {
        dedupe: `training-proposed:${session.id}`,
        subject: 'proposée',
        paragraphs: [told, 'Elle ouvre aux inscriptions quand la métropole et l’inspection ont donné leur accord.'],
      },
    );
  }

  /** A place came free for who waited. */
  async seated(manager: EntityManager, session: TrainingSession, accountId: string): Promise<void> {
    const reader = await this.assignments.addressOf(manager, accountId);
    const told = await this.filled(
      manager,
      session,
      'Une place s’est libérée : vous êtes inscrit à « {module} » le {when}.',
    );
    await this.post(manager, session, reader ? [reader] : [], {
      dedupe: `training-seated:${session.id}:${session.version}:${accountId}`,
      subject: 'vous avez une place',
      paragraphs: [told, 'Désinscrivez-vous si vous ne venez pas : la place ira à la personne suivante.'],
    });
  }

  private async post(
    manager: EntityManager,
    session: TrainingSession,
    readers: readonly Reader[],
    { dedupe, subject, paragraphs }: Said,
  ): Promise<void> {
    const body = mailText(paragraphs, this.mails.link(`/formations/${session.id}`));
    const mails = readers.map(({ accountId, email }) => ({
      ...{ dedupe: `${dedupe}:${accountId}`, to: email },
      ...{ subject: `Formation ${session.number} : ${subject}`, body },
    }));
    await this.mails.queueAll(manager, mails);
  }

  private async addressees(
    manager: EntityManager,
    notice: TrainingNotice,
    session: TrainingSession,
  ): Promise<Reader[]> {
    if (notice === 'enrolled') return this.enrolled(manager, session);
    const { circonscriptionId } = session;
    const metropole = await this.assignments.addressees(manager, 'plan-manager');
    const inspection = await this.assignments.addressees(manager, 'inspector', { circonscriptionId });
    const trainer = await this.assignments.addressOf(manager, session.trainerId);
    const all = [...metropole, ...inspection, ...(trainer ? [trainer] : [])];
    return [...new Map(all.map((reader) => [reader.accountId, reader])).values()];
  }

  /** Who has a place, and who waits for one. */
  private async enrolled(manager: EntityManager, { id }: TrainingSession): Promise<Reader[]> {
    const rows: { accountId: string }[] = await manager.query(
      'select account_id as "accountId" from training_enrolment where session_id = $1 and left_at is null order by turn',
      [id],
    );
    const readers = await oneByOne(rows, ({ accountId }) => this.assignments.addressOf(manager, accountId));
    return readers.filter((reader) => reader !== null);
  }

  private async filled(manager: EntityManager, session: TrainingSession, text: string): Promise<string> {
    const [module] = await manager.query('select title from training_module where id = $1', [session.moduleId]);
    return text
      .replace('{module}', () => module.title as string)
      .replace('{when}', () => frenchDay(parisDateOf(session.startsAt)));
  }
}
