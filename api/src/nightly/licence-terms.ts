import { Injectable } from '@nestjs/common';
import { AssignmentsService } from '../identity/assignments.service.js';
import { endingLines, LicenceTermsService } from '../inventory/software/licence-terms.service.js';
import { ReminderPost, told } from './reminder-post.js';

/** Licences of software that end soon: the managers read each once. */
@Injectable()
export class LicenceTerms {
  constructor(
    private readonly post: ReminderPost,
    private readonly assignments: AssignmentsService,
    private readonly licences: LicenceTermsService,
  ) {}

  /** `software.noticeDays` before the end, in one mail a night. */
  tellTermsNear(day: string): Promise<string> {
    return this.post.round('licences-near-term', day, async ({ manager, settings }) => {
      const licences = await this.licences.tell(manager, day, settings['software.noticeDays']);
      if (licences.length > 0)
        await this.post.send({ manager }, await this.assignments.addressees(manager, 'plan-manager'), {
          dedupe: `licences-near-term:${day}`,
          subject:
            licences.length === 1
              ? 'Une licence de logiciel finit bientôt'
              : 'Des licences de logiciels finissent bientôt',
          paragraphs: [
            `Finissent bientôt : ${endingLines(licences)}`,
            'Une licence finie ne retire rien des appareils : il faut la reprendre par une autre, ou retirer le logiciel.',
          ],
          path: '/parc/logiciels/licences?suivi=bientot-finies',
        });
      return told(licences.length, 'licence bientôt finie', 'licences bientôt finies');
    });
  }
}
