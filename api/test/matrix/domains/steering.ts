import type { DomainRows } from '../domain-rows.js';

const KEY = 'terminals-per-100';

export const steering: DomainRows = {
  doors: { 'steering/figures/figure.access.js': 'FigureAccess' },
  objects: [
    ['/api/v1/figures/:key/schools/:schoolId', ({ site }) => ({ key: KEY, schoolId: site.schoolId })],
    ['/api/v1/figures/:key', () => ({ key: KEY })],
    ['/api/v1/editions/:id/comparison', ({ world }) => ({ id: world.editionId, besideId: world.editionId })],
    ['/api/v1/editions/:id', ({ world }) => ({ id: world.editionId })],
  ],
  queries: {
    'FiguresController.breakdown': '?axis=sector',
    'EditionsController.part': '?name=rapport.json',
  },
  bodies: {
    'FiguresController.setTarget': () => ({ value: 12, by: '2027-06-30', source: 'Comité' }),
    'EditionsController.freeze': () => ({
      ...{ title: 'Comité', meetingOn: '2026-12-10', correctsId: null, reason: null },
      words: { goodNews: '', worry: '', decision: '' },
    }),
  },
};
