import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobsService } from '../../platform/jobs/jobs.service.js';
import { WorkingOutService } from './working-out.service.js';

/** Works out what is due each minute: a new day of data, periods of before, what came late. */
@Injectable()
export class FiguresJob implements OnModuleInit {
  constructor(
    private readonly jobs: JobsService,
    private readonly working: WorkingOutService,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      name: 'figures',
      label: 'Chiffres du plan',
      rhythm: 'each-minute',
      work: async () => {
        const { done, left } = await this.working.work();
        if (done === 0) return 'Tous les chiffres sont à jour.';
        return `${done} ${done === 1 ? 'période calculée' : 'périodes calculées'}${left > 0 ? `, ${left} à venir` : ''}.`;
      },
    });
  }
}
