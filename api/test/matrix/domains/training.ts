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
    'SchoolCoherenceController.record': ({ site }) => ({
      ...{ modelId: site.taughtModelId, accountId: site.teacherId, signature: 'M1 1L2 2' },
    }),
    'SchoolCoherenceController.ask': ({ site }) => ({ modelId: site.taughtModelId }),
    'SchoolCoherenceController.waive': ({ site }) => ({ modelId: site.taughtModelId, ...reason() }),
    'TrainingsController.attend': ({ site }) => ({ people: [{ id: site.enrolmentId, present: true }] }),
  },
  shown: { 'TrainingsController.list': 'training', 'CoherenceController.list': 'school' },
  doors: { 'training/training.access.js': 'TrainingAccess', 'training/coherence.access.js': 'CoherenceAccess' },
  scopes: {
    'training/training.scope.js': ['trainingScope'],
    'training/coherence.scope.js': ['coherenceScope', 'countedCoherenceScope'],
  },
  fieldLists: {
    'training/training-fields.js': ['trainingFields'],
    'training/coherence-fields.js': ['coherenceFields'],
  },
};
