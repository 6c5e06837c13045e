import { Injectable } from '@nestjs/common';
import { CONVENTION_KINDS, CONVENTION_NOTICE_WORDS, type NoticeWord } from '@parc/domain';
import type { ConventionAction, ConventionNotice } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { AssignmentsService, type Addressee } from '../identity/assignments.service.js';
import { MailService, mailText } from '../platform/mail/mail.service.js';
import type { Convention } from './convention.entity.js';

const WORDS: Readonly<Partial<Record<ConventionAction, NoticeWord>>> = CONVENTION_NOTICE_WORDS;

/** Who is told of a convention that moved, by mail, in the transaction of the move. */
@Injectable()
export class ConventionNoticesService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
  ) {}

  /**
   * The plan's managers, the officers of the signatory, the heads of the schools it covers; each once, whatever they are.
   * @param day the day the convention bears for it: one notice a day it begins or ends
   */
  async moved(
    manager: EntityManager,
    { id, number, title, kind, communeId, managingBodyId }: Convention,
    { action, tells, day }: { action: ConventionAction; tells: readonly ConventionNotice[]; day: string },
  ): Promise<void> {
    const words = WORDS[action];
    if (!words) return;
    const { opensOrders } = CONVENTION_KINDS[kind];
    const fill = (text: string) => text.replace('{convention}', () => `${number} (${title})`);
    for (const who of tells) {
      // A convention that opens no order to any school leaves nothing to do, nor anything to stop.
      const body = mailText(
        [fill(words.told), opensOrders ? fill(words.next[who]!) : null],
        this.mails.link(PATHS[who](id)),
      );
      for (const { accountId, email } of await this.addressees(manager, who, { id, communeId, managingBodyId })) {
        const dedupe = `convention:${action}:${id}:${day}:${accountId}`;
        await this.mails.queue(manager, { dedupe, to: email, subject: `Convention ${number} ${words.subject}`, body });
      }
    }
  }

  /** The officers of the commune or body that signs. */
  async signatory(
    manager: EntityManager,
    { communeId, managingBodyId }: Pick<Convention, 'communeId' | 'managingBodyId'>,
  ): Promise<Addressee[]> {
    const communes = communeId === null ? [] : await this.assignments.addressees(manager, 'commune-officer');
    const bodies = managingBodyId === null ? [] : await this.assignments.addressees(manager, 'private-body-officer');
    return [
      ...communes.filter((officer) => officer.communeId === communeId),
      ...bodies.filter((officer) => officer.managingBodyId === managingBodyId),
    ];
  }

  private async addressees(
    manager: EntityManager,
    who: ConventionNotice,
    convention: Pick<Convention, 'id' | 'communeId' | 'managingBodyId'>,
  ): Promise<Addressee[]> {
    if (who === 'manager') return this.assignments.addressees(manager, 'plan-manager');
    if (who === 'parties') return this.signatory(manager, convention);
    const sites: { schoolId: string }[] = await manager.query(
      'select school_id as "schoolId" from convention_site where convention_id = $1',
      [convention.id],
    );
    const covered = new Set<string | null>(sites.map(({ schoolId }) => schoolId));
    const heads = await this.assignments.addressees(manager, 'school-head');
    return heads.filter(({ schoolId }) => covered.has(schoolId));
  }
}

const PATHS: Record<ConventionNotice, (conventionId: string) => string> = {
  manager: (id) => `/conventions/${id}`,
  parties: (id) => `/conventions/${id}`,
  schools: () => '/commandes',
};
