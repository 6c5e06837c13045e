import { randomUUID } from 'node:crypto';
import { type DomainRows, Form } from '../domain-rows.js';

export const deposits: DomainRows = {
  objects: [['/api/v1/deposits/:id', ({ world }) => world.deposit]],
  queries: { 'DepositsController.addPhoto': '?slot=00000000-0000-4000-8000-000000000054' },
  bodies: {
    'DepositsController.make': ({ site }) => ({
      ...{ id: randomUUID(), objectKind: 'ticket', objectId: site.ticketId, action: 'resolve', about: 'Clore' },
      ...{ body: '{}', refusalCode: 'ticket.state', refusal: 'Ce ticket est clos.', saidAt: '2026-10-05T08:00:00Z' },
    }),
    'DepositsController.addPhoto': () => Form.of('RIFF'),
  },
};
