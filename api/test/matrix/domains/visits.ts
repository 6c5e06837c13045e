import { randomUUID } from 'node:crypto';
import { VISITS } from '@parc/domain';
import { type DomainRows, Form, reasons } from '../domain-rows.js';
import { VISIT_MARKS } from '../visit-site.js';

const end = { leftAt: '2026-10-06T07:30:00Z', met: null, note: null, internalNote: null };

export const visits: DomainRows = {
  objects: [
    ['/api/v1/visits/:id/confirm', ({ site }) => ({ id: site.visitToConfirmId })],
    ['/api/v1/visits/:id', ({ site }) => ({ id: site.visitId, fileId: site.visitFileId })],
  ],
  queries: { 'VisitWorkController.addFile': '?slot=00000000-0000-4000-8000-000000000055' },
  bodies: {
    ...reasons('VisitMovesController', VISITS.moves),
    'VisitsController.begin': ({ site }) => ({
      ...{ id: randomUUID(), schoolId: site.schoolId, begunAt: '2026-10-06T07:00:00Z' },
    }),
    'VisitsController.remark': () => ({ text: 'Bonjour' }),
    'VisitMovesController.close': () => ({ ...end, ending: 'nobody', absenceReason: 'École fermée' }),
    'VisitWorkController.closeByCode': () => ({ ...end, met: 'head', code: '246813' }),
    'VisitWorkController.addFile': () => Form.of('RIFF'),
  },
  shown: { 'VisitsController.list': 'visit' },
  fields: [
    {
      field: 'note of a visit among the metropole’s people',
      mark: VISIT_MARKS.note,
      routes: ['VisitsController.page'],
      readers: ['technician', 'plan-manager'],
    },
    {
      field: 'what people wrote of a visit',
      mark: VISIT_MARKS.text,
      routes: ['VisitsController.page'],
      readers: ['teacher', 'school-head', 'technician', 'plan-manager'],
    },
  ],
  doors: { 'visits/visit.access.js': 'VisitAccess' },
  scopes: { 'visits/visit.scope.js': ['visitScope', 'countedVisitScope'] },
  fieldLists: { 'visits/visit-fields.js': ['visitFields'] },
};
