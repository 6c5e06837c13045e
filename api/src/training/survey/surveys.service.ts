import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { frenchDay, isRedacted, parisDateOf, surveyLastDay, surveyOpenSince } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AssignmentsService, type Addressee } from '../../identity/assignments.service.js';
import { Clock } from '../../platform/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { MailService, mailText } from '../../platform/mail/mail.service.js';
import { oneByOne } from '../../platform/one-by-one.js';
import type { TrainingSession } from '../training-session.entity.js';
import { TrainingWindows } from '../training-windows.js';
import type { SurveyAnswerRequest, SurveyGiven, SurveySheet } from './survey.answers.js';

/** 256 bits: nobody guesses an address. */
const SECRET_BYTES = 32;

/** Somebody who came, where a mail reaches them. */
interface Came {
  enrolmentId: string;
  email: string;
}

interface Opened extends Omit<SurveyGiven, 'useful'> {
  sessionId: string;
  moduleTitle: string;
  startsAt: Date;
  askedAt: Date;
  /** Null: no answer yet, and the rest of it neither. */
  useful: number | null;
}

/**
 * Those who came to a session are asked once, by mail, and answer without an account. The mail brings a secret; only its digest is
 * kept, in a row that says whose it is nowhere, and an answer hangs on that digest alone. So one mail gives one answer, which its
 * holder may change, and nobody can be read out of it: the text of the mail is forgotten once it has left, the digest when the term
 * is over. Rows are written in the order of what was drawn, never of people.
 */
@Injectable()
export class SurveysService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly assignments: AssignmentsService,
    private readonly windows: TrainingWindows,
    private readonly mails: MailService,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that closes the session. Whoever is said to have come later is not asked. */
  async ask(manager: EntityManager, session: TrainingSession, at: Date): Promise<void> {
    const came = await this.reachable(manager, session.id);
    if (came.length === 0) return;
    const secrets = came.map(() => randomBytes(SECRET_BYTES).toString('base64url'));
    await manager.query('insert into training_survey (session_id, asked, asked_at) values ($1, $2, $3)', [
      ...[session.id, came.length, at],
    ]);
    await manager.query(
      'insert into training_survey_ticket (secret_digest, session_id) select digest, $1 from unnest($2::bytea[]) digest order by digest',
      [session.id, secrets.map(digestOf)],
    );
    const [module] = await manager.query('select title from training_module where id = $1', [session.moduleId]);
    const body = paragraphsOf(module.title as string, session.startsAt, at);
    await oneByOne(came, ({ enrolmentId, email }, index) =>
      this.mails.queue(manager, {
        ...{ dedupe: `training-survey:${enrolmentId}`, to: email, secret: true },
        subject: `Formation ${session.number} : trois questions sur la session`,
        body: mailText(body, this.mails.link(`/questionnaire#${secrets[index]}`)),
      }),
    );
  }

  /** @throws Refused training.survey-over, training.survey-throttled */
  async read(token: string, network: string): Promise<SurveySheet> {
    const opened = await this.find(this.dataSource.manager, token, '');
    return sheetOf(opened ?? (await this.unknown(network)));
  }

  /** The same again answers otherwise. @throws Refused training.survey-over, training.survey-throttled */
  async answer({ token, ...given }: SurveyAnswerRequest, network: string): Promise<SurveySheet> {
    const kept = await this.transactions.runAsSystem('training-survey', async (manager) => {
      const opened = await this.find(manager, token, 'for update of k');
      if (opened === null) return null;
      // What was taken out because it named somebody does not come back.
      const remark = opened.remark !== null && isRedacted(opened.remark) ? opened.remark : given.remark?.trim() || null;
      await manager.query(ANSWER, [digestOf(token), opened.sessionId, given.useful, given.level, given.uses, remark]);
      return { ...opened, ...given, remark };
    });
    return sheetOf(kept ?? (await this.unknown(network)));
  }

  private async find(manager: EntityManager, token: string, locked: '' | 'for update of k'): Promise<Opened | null> {
    const [row] = await manager.query(`${OPENED} ${locked}`, [digestOf(token), surveyOpenSince(this.clock.now())]);
    return (row as Opened | undefined) ?? null;
  }

  /** Wrong, over or cut: all the same, and it counts against the network that asks. */
  private async unknown(network: string): Promise<never> {
    await this.windows.countAnswering(network);
    throw new Refused('training.survey-over');
  }

  private async reachable(manager: EntityManager, sessionId: string): Promise<Came[]> {
    const came: { enrolmentId: string; accountId: string }[] = await manager.query(CAME, [sessionId]);
    const reached = await oneByOne(came, async ({ enrolmentId, accountId }) => {
      const reader: Pick<Addressee, 'email'> | null = await this.assignments.addressOf(manager, accountId);
      return reader && { enrolmentId, email: reader.email };
    });
    return reached.filter((one) => one !== null);
  }
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

function paragraphsOf(title: string, startsAt: Date, askedAt: Date): string[] {
  const day = frenchDay(parisDateOf(startsAt));
  return [
    `Vous êtes venu à « ${title} » le ${day}. Trois questions vous attendent à l’adresse ci-dessous : une minute suffit, sans compte ni mot de passe.`,
    `Votre réponse est gardée sans votre nom. Vous pouvez la changer jusqu’au ${frenchDay(surveyLastDay(askedAt))}. Cette adresse est la vôtre : ne la transmettez pas.`,
  ];
}

function sheetOf({ moduleTitle, startsAt, askedAt, useful, level, uses, remark }: Opened): SurveySheet {
  return {
    ...{ moduleTitle, startsAt: startsAt.toISOString(), lastDay: surveyLastDay(askedAt) },
    given: useful === null ? null : { useful, level, uses, remark },
  };
}

/** At one of its half-days at the least. */
const CAME = `select n.id as "enrolmentId", n.account_id as "accountId" from training_enrolment n
  where n.session_id = $1 and n.seat is not null
    and exists (select from training_attendance a where a.enrolment_id = n.id and a.present)
  order by n.seat`;

const OPENED = `select k.session_id as "sessionId", d.title as "moduleTitle", t.starts_at as "startsAt", v.asked_at as "askedAt",
    a.useful, a.level, a.uses, a.remark
  from training_survey_ticket k join training_survey v on v.session_id = k.session_id
    join training_session t on t.id = k.session_id join training_module d on d.id = t.module_id
    left join training_survey_answer a on a.secret_digest = k.secret_digest
  where k.secret_digest = $1 and v.asked_at > $2`;

const ANSWER = `insert into training_survey_answer (secret_digest, session_id, useful, level, uses, remark)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (secret_digest) do update set useful = excluded.useful, level = excluded.level, uses = excluded.uses, remark = excluded.remark`;
