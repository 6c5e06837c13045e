import { Injectable } from '@nestjs/common';
import { frenchDay } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { Clock } from '../platform/clock.js';
import { MailService, mailText } from '../platform/mail/mail.service.js';

/** To whoever signed: they know at once when somebody else has signed in their name. @param day as it is said */
export const handoverSignedMail = (day: string, model: string, school: string) => ({
  subject: 'Remise en main signée',
  paragraphs: [
    `Le ${day}, un technicien vous a montré « ${model} » à ${school}, et vous avez signé sur son téléphone. Cet équipement est en service.`,
    'Ce n’était pas vous ? Dites-le à la gestion du plan.',
  ],
});

/** Who is told of a handover: whoever signed it, in the transaction that keeps it. */
@Injectable()
export class HandoverNotices {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
    private readonly clock: Clock,
  ) {}

  async signed(
    manager: EntityManager,
    handover: { id: string; school: { name: string }; modelId: string; accountId: string },
  ): Promise<void> {
    const reader = await this.assignments.addressOf(manager, handover.accountId);
    if (!reader) return;
    const [table, alias] = itemOf('$1');
    const [model] = await manager.query(`select i.name from ${table} ${alias} where i.id = $1`, [handover.modelId]);
    const { subject, paragraphs } = handoverSignedMail(
      frenchDay(this.clock.today()),
      model.name as string,
      handover.school.name,
    );
    await this.mails.queueAll(manager, [
      {
        ...{ dedupe: `training-handover:${handover.id}`, to: reader.email },
        ...{ subject, body: mailText(paragraphs, this.mails.link('/ecole/materiel')) },
      },
    ]);
  }
}
