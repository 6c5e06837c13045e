import type { DomainRows } from '../domain-rows.js';

export const personalData: DomainRows = {
  objects: [['/api/v1/free-texts/:kind/:id', ({ site }) => ({ kind: 'order', id: site.orderId })]],
  bodies: {
    'FreeTextsController.redact': ({ site }) => ({
      ...{ place: 'installation_order.note', rowId: site.orderId, part: 0, reason: 'pupil' },
    }),
  },
};
