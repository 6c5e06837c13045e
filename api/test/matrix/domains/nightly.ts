import type { DomainRows } from '../domain-rows.js';

export const nightly: DomainRows = {
  objects: [['/api/v1/jobs/:name', () => ({ name: 'order-closing' })]],
  withoutKey: {
    'JobsController.run': 'twice changes nothing more',
  },
};
