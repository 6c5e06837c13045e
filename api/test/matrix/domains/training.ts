import { SUPPORTS, TRAININGS } from '@parc/domain';
import { type DomainRows, Form, reason, reasons } from '../domain-rows.js';

const dates = { dates: [{ startsAt: '2026-12-16T13:00:00Z', endsAt: '2026-12-16T15:00:00Z' }] };

const visit = { startsAt: '2026-12-16T08:00:00Z', endsAt: '2026-12-16T10:00:00Z' };

export const training: DomainRows = {
  objects: [
    ['/api/v1/training-sessions/:id', ({ site }) => ({ id: site.trainingId })],
    [
      '/api/v1/support-requests/:id',
      // In one's own class alone, to whoever teaches.
      ({ site, world, role }) => ({
        id: site.marks.support.includes(world.ownSupportId) && role === 'teacher' ? world.ownSupportId : site.supportId,
      }),
    ],
    ['/api/v1/training-modules/:id', ({ site }) => ({ id: site.moduleId, fileId: site.moduleFileId })],
    ['/api/v1/training-feed/:file', () => ({ file: `${'a'.repeat(43)}.ics` })],
    ['/api/v1/training-certificates/verify/:code', () => ({ code: '0'.repeat(20) })],
    [
      '/api/v1/training-certificates/:id',
      ({ site, world, role }) => ({ id: world.certificates[role] ?? site.trainingId }),
    ],
  ],
  queries: {
    'ModuleFilesController.add': '?label=Livret',
    'HoursController.list': '?year=2025',
    'HoursController.export': '?year=2025',
    'SupportController.clashes': '?startsAt=2026-12-16T08%3A00%3A00Z&endsAt=2026-12-16T10%3A00%3A00Z',
    'TrainingsController.clashes':
      '?dates=2026-12-16T13%3A00%3A00Z/2026-12-16T15%3A00%3A00Z&trainerId=00000000-0000-4000-8000-000000000056',
  },
  bodies: {
    ...reasons('TrainingMovesController', TRAININGS.moves),
    'TrainingMovesController.enrol': () => ({ accountId: null }),
    'TrainingMovesController.leave': () => ({ accountId: null }),
    'TrainingMovesController.postpone': () => ({ ...dates, ...reason() }),
    ...reasons('SupportMovesController', SUPPORTS.moves),
    'SupportMovesController.date': () => visit,
    'SupportMovesController.move': () => ({ ...visit, ...reason() }),
    'SupportMovesController.report': () => ({ report: 'Une séance.', minutes: 60, followUp: null }),
    'SupportController.ask': () => ({
      ...{ about: 'use', moduleId: null, modelId: null, level: 'ce2', teacherId: null },
      ...{ wishedFrom: '2026-11-02', wishedTo: '2026-11-27', purpose: 'Programmer un robot' },
    }),
    'TrainingModulesController.make': () => ({
      ...{ title: 'Prendre en main', kind: 'functional', minutes: 60, counts: true, modelIds: [] },
      ...{ competences: [], materials: [] },
    }),
    'TrainingModulesController.change': () => ({
      ...{ title: 'Prendre en main', kind: 'functional', minutes: 60, counts: true, modelIds: [] },
      ...{ competences: ['teaching'], materials: [{ label: 'Livret', address: 'https://exemple.fr/livret' }] },
    }),
    'ModuleFilesController.add': () => Form.of('%PDF-1.7\n%%EOF'),
    'TrainingModulesController.turn': () => ({ active: false }),
    'TrainingsController.propose': ({ site, territory }) => ({
      ...{ ...dates, moduleId: site.trainingId, circonscriptionId: territory.circonscriptionId },
      ...{
        placeKind: 'school',
        schoolId: site.schoolId,
        placeName: null,
        remoteLink: null,
        ...{ trainerId: site.teacherId, outsideTrainer: null, outsideFirm: null },
        capacity: 12,
        minimum: 6,
        guestIds: [],
        cycles: [],
      },
    }),
    'AttendanceController.attend': ({ site }) => ({ people: [{ id: site.enrolmentId, present: true }] }),
    'AttendanceController.correct': ({ site }) => ({
      ...{ enrolmentId: site.enrolmentId, dateId: site.trainingId, present: true, ...reason() },
    }),
    'AttendanceController.arrive': ({ site }) => ({ accountId: site.teacherId, dateId: site.trainingId }),
    'AttendanceController.sign': () => ({ code: '000000' }),
    'HoursController.mark': ({ site }) => ({
      people: [{ id: site.enrolmentId, counts: true, category: 'functional' }],
    }),
    'SurveysController.read': () => ({ token: 'a'.repeat(43) }),
    'SurveysController.answer': () => ({ token: 'a'.repeat(43), useful: 4, level: 4, uses: 'yes', remark: null }),
    'SchoolCoherenceController.record': ({ site }) => ({
      ...{ modelId: site.taughtModelId, accountId: site.teacherId, signature: 'M1 1L2 2' },
    }),
    'SchoolCoherenceController.ask': ({ site }) => ({ modelId: site.taughtModelId }),
    'SchoolCoherenceController.waive': ({ site }) => ({ modelId: site.taughtModelId, ...reason() }),
  },
  shown: {
    'TrainingsController.list': 'training',
    'SupportController.list': 'support',
    'HoursController.list': 'hours',
    'HoursController.export': 'hours',
    'HoursController.unmarked': 'hours',
    'CoherenceController.list': 'school',
  },
  withoutKey: {
    'FeedController.renew': 'the key would keep the address that is answered',
    'FeedController.end': 'twice is once',
    'SurveysController.answer': 'an answer given again takes the place of the one before; the key would be of somebody',
    'SurveysController.read': 'it only reads: its secret stands in the body',
  },
  doors: {
    'training/training.access.js': 'TrainingAccess',
    'training/coherence.access.js': 'CoherenceAccess',
    'training/support/support.access.js': 'SupportAccess',
  },
  scopes: {
    'training/training.scope.js': ['trainingScope'],
    'training/hours.scope.js': ['hoursScope'],
    'training/support/support.scope.js': ['supportScope', 'countedSupportScope'],
    'training/coherence.scope.js': ['coherenceScope', 'countedCoherenceScope'],
  },
  fieldLists: {
    'training/training-fields.js': ['trainingFields'],
    'training/coherence-fields.js': ['coherenceFields'],
    'training/support/support-fields.js': ['supportFields'],
  },
};
