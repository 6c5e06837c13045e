import { randomUUID } from 'node:crypto';
import { type DomainRows, Form, nothing } from '../domain-rows.js';

const source = () => ({
  name: `Source ${randomUUID().slice(0, 8)}`,
  arrival: 'fichier, le lundi',
  families: ['tablet'],
});

export const usage: DomainRows = {
  objects: [
    ['/api/v1/usage/batches/:id', ({ world }) => ({ id: world.usage.batchId })],
    ['/api/v1/usage/sources/:id', ({ world }) => ({ id: world.usage.sourceId })],
    ['/api/v1/usage/tokens/:id', ({ world }) => ({ id: world.usage.tokenId })],
    ['/api/v1/usage/declared/:id', ({ site, world, role }) => ({ id: world.usage.declared[role] ?? site.orderId })],
  ],
  queries: { 'UsageBatchesController.deliver': '?source=source-du-monde' },
  bodies: {
    'UsageBatchesController.deliver': () => Form.of('appareil;semaine\r\nX;2026-W39\r\n'),
    'UsageBatchesController.accept': nothing,
    'UsageBatchesController.decline': nothing,
    'UsageSourcesController.add': source,
    'UsageSourcesController.change': source,
    'UsageSourcesController.makeToken': () => ({ expiresOn: '2027-06-30' }),
    'DeclaredController.declare': () => ({ subject: 'french', duration: 'short' }),
  },
  withoutKey: {
    'UsageBatchesController.deliver': 'the same bytes answer as the first time, and a version is one file',
    'UsageSourcesController.makeToken': 'an answer that is kept would tell the token',
    'UsageTokensController.revoke': 'a token revoked again stays as it was',
  },
};
