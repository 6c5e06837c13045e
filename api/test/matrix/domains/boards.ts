import { type DomainRows } from '../domain-rows.js';

/** What stands around the plan's figures: their own rows are `figures`'. */
export const boards: DomainRows = {
  objects: [
    ['/api/v1/steering/schools/:schoolId', ({ site }) => ({ schoolId: site.schoolId })],
    [
      '/api/v1/steering/communes/:communeId',
      ({ territory }) => ({ communeId: territory.communeId, key: 'terminals-per-100' }),
    ],
    ['/api/v1/steering/figures/:key', () => ({ key: 'terminals-per-100' })],
  ],
  queries: {
    'BoardsController.school': '?objective=divide',
    'BoardsController.coming': '?schoolIds=01856c58-3c00-7073-ba2c-c8d4e8ce8668',
  },
};
