import { Injectable } from '@nestjs/common';
import { LOAN_NOTICE_WORDS, loanPeriodWords, type LoanAction, type LoanNotice, type NoticeWord } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { AssignmentsService, type Addressee } from '../identity/assignments.service.js';
import { signatureOf } from '../identity/mover.js';
import { equipmentOf } from '../inventory/equipment.sql.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { MailService, mailText } from '../platform/mail/mail.service.js';
import type { Loan } from './loan.entity.js';
import { kitOf, LENT_NAME } from './loan.sql.js';
import type { MovingLoan } from './loan.moving.js';

const WORDS: Readonly<Partial<Record<LoanAction, NoticeWord>>> = LOAN_NOTICE_WORDS;

/** What is told of a loan beside its moves. */
interface LoanReminder {
  loanId: string;
  /** What is told, once per addressee. */
  dedupe: string;
  subject: string;
  paragraphs: string[];
}

/** Who is told of a loan, by mail, in the transaction of what is told. */
@Injectable()
export class LoanNotices {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
  ) {}

  /** Nobody is told of their own move, nor twice of the same one. */
  async tell(moving: MovingLoan, action: LoanAction, notices: readonly LoanNotice[]): Promise<void> {
    const { manager, loan, mover, reason } = moving;
    const words = WORDS[action];
    if (!words) throw new Error(`nobody is told of ${action}`);
    const kit = await this.nameOf(manager, loan.id);
    const fill = (text: string) => text.replace('{kit}', () => kit).replace('{period}', () => loanPeriodWords(loan));
    for (const notice of notices) {
      const next = words.next[notice];
      await this.post(manager, await this.addressees(manager, notice, loan, signatureOf(mover).accountId), {
        loanId: loan.id,
        dedupe: `loan-move:${loan.id}:${loan.version}`,
        subject: `Prêt ${loan.number} : ${words.subject}`,
        paragraphs: [fill(words.told), ...(reason ? [`Motif : ${reason}`] : []), ...(next ? [next] : [])],
      });
    }
  }

  async post(
    manager: EntityManager,
    addressees: readonly Pick<Addressee, 'accountId' | 'email'>[],
    { loanId, dedupe, subject, paragraphs }: LoanReminder,
  ): Promise<void> {
    const body = mailText(paragraphs, this.mails.link(`/prets/${loanId}`));
    const mails = addressees.map(({ accountId, email }) => ({
      dedupe: `${dedupe}:${accountId}`,
      to: email,
      subject,
      body,
    }));
    await this.mails.queueAll(manager, mails);
  }

  private async addressees(
    manager: EntityManager,
    notice: LoanNotice,
    loan: Loan,
    except: string | null,
  ): Promise<Pick<Addressee, 'accountId' | 'email'>[]> {
    if (notice === 'school') return this.schoolOf(manager, loan, except);
    const managers = await this.assignments.addressees(manager, 'plan-manager');
    return managers.filter(({ accountId }) => accountId !== except);
  }

  /** The school's heads, who asked for it and who answers for it. @param except who has made the move */
  async schoolOf(
    manager: EntityManager,
    { schoolId, requestedBy, referentId }: Pick<Loan, 'schoolId' | 'requestedBy' | 'referentId'>,
    except: string | null = null,
  ): Promise<Pick<Addressee, 'accountId' | 'email'>[]> {
    const heads = await this.assignments.addressees(manager, 'school-head', { schoolId });
    const team = new Set((await this.assignments.team(manager, schoolId)).map(({ accountId }) => accountId));
    const known = new Set(heads.map(({ accountId }) => accountId));
    const others: Pick<Addressee, 'accountId' | 'email'>[] = [];
    for (const id of new Set([requestedBy, referentId])) {
      const address = team.has(id) && !known.has(id) ? await this.assignments.addressOf(manager, id) : null;
      if (address) others.push(address);
    }
    return [...heads, ...others].filter(({ accountId }) => accountId !== except);
  }

  /** What is lent, in a word. */
  async nameOf(manager: EntityManager, loanId: string): Promise<string> {
    const [row] = await manager.query(
      `select ${LENT_NAME} as name from loan l ${join(equipmentOf('l.equipment_id'))} ${join(itemOf('e.model_id'))} ${leftJoin(kitOf())} where l.id = $1`,
      [loanId],
    );
    return row.name as string;
  }
}
