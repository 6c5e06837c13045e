import { Injectable } from '@nestjs/common';
import {
  frenchDay,
  parisDateOf,
  parisDateTimeOf,
  TRAINING_NOTICE_WORDS,
  type CalendarMethod,
  type NoticeWord,
  type TrainingAction,
  type TrainingNotice,
  type TrainingReminder,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { AssignmentsService, type Addressee } from '../identity/assignments.service.js';
import { oneByOne } from '../platform/one-by-one.js';
import { MailService, mailText, type MailToQueue } from '../platform/mail/mail.service.js';
import { TrainingInvitations } from './training-invitations.js';
import type { MovingTraining } from './training.moving.js';
import type { TrainingSession } from './training-session.entity.js';
import { STANDING } from './training.sql.js';

type Reader = Pick<Addressee, 'accountId' | 'email'>;

const WORDS: Readonly<Partial<Record<TrainingAction, NoticeWord>>> = TRAINING_NOTICE_WORDS;

interface Enrolled {
  /** Of the enrolment. */
  id: string;
  accountId: string;
}

/** « mar. 1 déc. à 14 h 10 » */
const hourSaid = (instant: Date): string => {
  const { date, time } = parisDateTimeOf(instant);
  const [hour, minutes] = time.split(':');
  return `${frenchDay(date)} à ${Number(hour)} h${minutes === '00' ? '' : ` ${minutes}`}`;
};

/** What one mail says of a session. */
interface Said {
  dedupe: string;
  subject: string;
  paragraphs: string[];
  /** What the calendars of those who have a place are told. */
  calendar?: CalendarMethod | null;
}

/** Of those who have a place, what their calendars are told of a move of the session. */
const CALENDARS: Readonly<Partial<Record<TrainingAction, CalendarMethod>>> = { postpone: 'REQUEST', cancel: 'CANCEL' };

/** What one mail is but for its name and whom it goes to. */
export type PlacedWords = Omit<MailToQueue, 'dedupe' | 'to'>;

const PLACED = {
  subject: 'vous avez une place',
  told: 'Vous êtes inscrit à « {module} » le {when}.',
  next: 'S’inscrire n’est pas être convoqué : c’est l’inspection qui convoque et qui dit si les heures comptent.',
  calendar: 'REQUEST',
} as const;

const subjectOf = ({ number }: TrainingSession, subject: string): string => `Formation ${number} : ${subject}`;

/** Who is told of a session, by mail, in the transaction of what is told. */
@Injectable()
export class TrainingNotices {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
    private readonly invitations: TrainingInvitations,
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
          calendar: notice === 'enrolled' ? (CALENDARS[action] ?? null) : null,
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

  /** Somebody has a place: by enrolling, or by taking what they were offered. */
  placed(manager: EntityManager, session: TrainingSession, one: Enrolled): Promise<void> {
    return this.postTo(manager, session, one, { dedupe: `training-placed:${one.id}`, ...PLACED });
  }

  /** What `placed` says of the session as it stands, for a statement that gives the place by itself. */
  async placedWords(manager: EntityManager, session: TrainingSession): Promise<PlacedWords> {
    const calendar = await this.invitations.of(manager, session, PLACED.calendar);
    const body = this.bodyOf(session, [await this.filled(manager, session, PLACED.told), PLACED.next]);
    return { subject: subjectOf(session, PLACED.subject), body, calendar };
  }

  /** Somebody who had a place has it no longer. */
  unplaced(manager: EntityManager, session: TrainingSession, one: Enrolled): Promise<void> {
    return this.postTo(manager, session, one, {
      dedupe: `training-unplaced:${one.id}`,
      subject: 'vous n’êtes plus inscrit',
      told: 'Vous n’êtes plus inscrit à « {module} » le {when}.',
      next: 'Vous pouvez vous inscrire à nouveau tant que la session n’a pas commencé.',
      calendar: 'CANCEL',
    });
  }

  /** It comes soon. @param owed which reminder: each once for a date */
  remind(manager: EntityManager, session: TrainingSession, one: Enrolled, owed: TrainingReminder): Promise<void> {
    const soon =
      owed === 'eve' ? 'La session « {module} » a lieu demain, {when}.' : 'La session « {module} » a lieu le {when}.';
    return this.postTo(manager, session, one, {
      dedupe: `training-reminder:${one.id}:${parisDateOf(session.startsAt)}:${owed}`,
      subject: owed === 'eve' ? 'c’est demain' : 'elle a lieu bientôt',
      told: soon,
      next: 'Désinscrivez-vous si vous ne venez pas : quelqu’un attend peut-être votre place.',
    });
  }

  /** A place came free for who waited. */
  seated(manager: EntityManager, session: TrainingSession, one: Enrolled): Promise<void> {
    return this.postTo(manager, session, one, {
      dedupe: `training-seated:${one.id}`,
      subject: 'vous avez une place',
      told: 'Une place s’est libérée : vous êtes inscrit à « {module} » le {when}.',
      next: 'Désinscrivez-vous si vous ne venez pas : la place ira à la personne suivante.',
      calendar: 'REQUEST',
    });
  }

  /** A place came free late: it is theirs if they say so in time. */
  offered(manager: EntityManager, session: TrainingSession, one: Enrolled, until: Date): Promise<void> {
    return this.postTo(manager, session, one, {
      dedupe: `training-offered:${one.id}`,
      subject: 'une place vous est proposée',
      told: 'Une place s’est libérée à « {module} » le {when}.',
      next: `Elle est gardée pour vous jusqu’au ${hourSaid(until)}. Prenez-la, ou laissez-la à la personne suivante.`,
    });
  }

  lapsed(manager: EntityManager, session: TrainingSession, one: Enrolled): Promise<void> {
    return this.postTo(manager, session, one, {
      dedupe: `training-lapsed:${one.id}`,
      subject: 'l’offre est passée',
      told: 'La place qui vous était proposée à « {module} » le {when} n’est plus gardée pour vous.',
      next: 'Inscrivez-vous à nouveau si vous la voulez encore : vous attendrez votre tour.',
    });
  }

  private async postTo(
    manager: EntityManager,
    session: TrainingSession,
    { accountId }: Enrolled,
    { told, next, ...said }: Omit<Said, 'paragraphs'> & { told: string; next: string },
  ): Promise<void> {
    const reader = await this.assignments.addressOf(manager, accountId);
    const paragraphs = [await this.filled(manager, session, told), next];
    await this.post(manager, session, reader ? [reader] : [], { ...said, paragraphs });
  }

  private async post(
    manager: EntityManager,
    session: TrainingSession,
    readers: readonly Reader[],
    { dedupe, subject, paragraphs, calendar = null }: Said,
  ): Promise<void> {
    const invitation = calendar === null ? null : await this.invitations.of(manager, session, calendar);
    const waiting = invitation === null ? new Set<string>() : await waitingIn(manager, session);
    const body = this.bodyOf(session, paragraphs);
    const mails = readers.map(({ accountId, email }) => ({
      ...{ dedupe: `${dedupe}:${accountId}`, to: email },
      ...{ subject: subjectOf(session, subject), body },
      calendar: invitation === null || waiting.has(accountId) ? null : invitation,
    }));
    await this.mails.queueAll(manager, mails);
  }

  private bodyOf({ id }: TrainingSession, paragraphs: readonly string[]): string {
    return mailText(paragraphs, this.mails.link(`/formations/${id}`));
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
    const all = [...metropole, ...inspection, ...(await this.trainers(manager, session))];
    return [...new Map(all.map((reader) => [reader.accountId, reader])).values()];
  }

  /** Its trainer; of somebody of the maker, those who say who came in their stead. */
  private async trainers(manager: EntityManager, { trainerId, circonscriptionId }: TrainingSession): Promise<Reader[]> {
    if (trainerId === null) return this.assignments.addressees(manager, 'digital-trainer', { circonscriptionId });
    const trainer = await this.assignments.addressOf(manager, trainerId);
    return trainer ? [trainer] : [];
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

/** Who waits, or has not answered an offer: nothing stands in their calendar. */
async function waitingIn(manager: EntityManager, { id }: TrainingSession): Promise<Set<string>> {
  const rows: { accountId: string }[] = await manager.query(
    `select n.account_id as "accountId" from training_enrolment n where n.session_id = $1 and n.left_at is null and ${STANDING} <> 'seated'`,
    [id],
  );
  return new Set(rows.map(({ accountId }) => accountId));
}
