import { REMEDIES } from '@parc/domain';
import { type DomainRows, reasons } from '../domain-rows.js';

const texts = {
  ...{ title: 'La tablette ne charge plus', about: 'device', family: 'tablet', service: null, symptom: 'no-charge' },
  ...{ steps: 'Changez de prise.', inside: null },
};

export const remedies: DomainRows = {
  objects: [
    ['/api/v1/remedies/of-ticket/:id', ({ site }) => ({ id: site.ticketId })],
    ['/api/v1/remedies/:id', ({ world }) => ({ id: world.remedyId })],
  ],
  queries: { 'RemediesController.found': '?subject=service&service=internet&symptom=outage' },
  bodies: {
    ...reasons('RemedyMovesController', REMEDIES.moves),
    'RemediesController.make': () => ({ ...texts, ticketId: null }),
    'RemediesController.change': () => texts,
    'RemediesController.answer': () => ({ answer: 'helped' }),
  },
  fieldLists: { 'remedies/remedy-fields.js': ['remedyFields'] },
};
