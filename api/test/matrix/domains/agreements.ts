import { randomUUID } from 'node:crypto';
import { type Asked, CIRCONSCRIPTION, day, nothing, OUTSIDE, reason, type DomainRows } from '../domain-rows.js';
import { MARKS } from '../territory.js';

const convention = ({ territory }: Asked) => ({
  number: `C-${randomUUID().slice(0, 8)}`,
  title: 'Convention',
  kind: 'commune',
  communeId: territory.communeId,
  promises: [],
  sites: [],
});

export const agreements: DomainRows = {
  objects: [['/api/v1/conventions/:id', ({ site }) => ({ id: site.conventionId })]],
  queries: {
    'ConventionsController.candidateSites': '?kind=framework',
  },
  bodies: {
    'ConventionStepsController.create': convention,
    'ConventionStepsController.write': convention,
    'ConventionStepsController.recordAct': () => ({ council: 'Conseil', councilOn: day, unanimous: true, visas: [] }),
    'ConventionStepsController.draftSuccessor': () => ({ number: 'S-1', fromDay: '2030-01-01', toDay: '2031-01-01' }),
    'ConventionStepsController.send': nothing,
    'ConventionMovesController.refuse': reason,
    'ConventionStepsController.sign': () => ({ party: 'metropole', on: day, signatory: 'Le président' }),
    'ConventionStepsController.end': () => ({ on: day, ...reason() }),
    'ConventionStepsController.renew': () => ({ evaluationAdoptedOn: day, evaluationToldOn: day }),
  },
  shown: {
    'ConventionsController.list': 'convention',
  },
  fields: [
    {
      field: 'promises of a convention',
      mark: MARKS.promise,
      routes: ['ConventionsController.page'],
      readers: ['school-head', 'plan-manager', ...OUTSIDE, ...CIRCONSCRIPTION],
    },
  ],
  doors: {
    'agreements/convention.access.js': 'ConventionAccess',
  },
  scopes: { 'agreements/convention.scope.js': ['conventionScope', 'siteScope'] },
  fieldLists: { 'agreements/convention-fields.js': ['conventionFields'] },
};
