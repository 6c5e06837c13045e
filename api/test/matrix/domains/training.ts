import { TRAININGS } from '@parc/domain';
import { type DomainRows, reason, reasons } from '../domain-rows.js';

const dates = { dates: [{ startsAt: '2026-12-16T13:00:00Z', endsAt: '2026-12-16T15:00:00Z' }] };

export const training: DomainRows = {
  objects: [['/api/v1/training-sessions/:id', ({ site }) => ({ id: site.trainingId })]],
  bodies: {
    ...reasons('TrainingMovesController', TRAININGS.moves),
    'TrainingMovesController.enrol': () => ({ accountId: null }),
    'TrainingMovesController.leave': () => ({ accountId: null }),
    'TrainingMovesController.postpone': () => ({ ...dates, ...reason() }),
    'TrainingModulesController.make': () => ({
      ...{ title: 'Prendre en main', kind: 'functional', minutes: 60, counts: true, modelIds: [] },
    }),
    'TrainingsController.propose': ({ site, territory }) => ({
      ...{ ...dates, moduleId: site.trainingId, circonscriptionId: territory.circonscriptionId },
      ...{
        placeKind: 'school',
        schoolId: site.schoolId,
        placeName: null,
        remoteLink: null,
        trainerId: site.teacherId,
        capacity: 12,
        minimum: 6,
        guestIds: [],
      },
    }),
    'TrainingsController.attend': ({ site }) => ({ people: [{ id: site.enrolmentId, present: true }] }),
  },
  shown: { 'TrainingsController.list': 'training' },
  doors: { 'training/training.access.js': 'TrainingAccess' },
  scopes: { 'training/training.scope.js': ['trainingScope'] },
  fieldLists: { 'training/training-fields.js': ['trainingFields'] },
};
