import { PROBLEMS } from '@parc/domain';
import { type DomainRows, reasons } from '../domain-rows.js';

const told = { told: 'La fibre est coupée.', expectedOn: null };

export const problems: DomainRows = {
  objects: [['/api/v1/problems/:id', ({ world }) => ({ id: world.problemId })]],
  queries: {
    'ProblemsController.known': '?subject=service&service=internet',
    'ProblemsController.ofTickets': '?ids=01900000-0000-7000-8000-00000000dead',
  },
  bodies: {
    ...reasons('ProblemMovesController', PROBLEMS.moves),
    'ProblemMovesController.tell': () => told,
    'ProblemMovesController.find': () => ({ ...told, causeNote: 'Coup de pelle' }),
    'ProblemMovesController.solve': () => ({ cause: 'network', repair: 'remote', solution: null, minutes: 5 }),
    'ProblemsController.open': () => ({
      ...{ ...told, title: 'Internet coupé', about: 'service', service: 'internet', modelId: null, symptom: null },
      ...{ communeId: null, ticketIds: [] },
    }),
    'ProblemsController.add': ({ site }) => ({ ticketIds: [site.ticketId] }),
    'ProblemsController.takeOut': ({ site }) => ({ ticketIds: [site.ticketId] }),
    'ProblemsController.resolve': ({ site }) => ({ tickets: [{ id: site.ticketId, version: 1 }] }),
    'ProblemsController.join': ({ world, site }) => ({
      ...{ problemId: world.problemId },
      ...{ subject: 'service', service: 'internet', schoolId: site.schoolId, symptom: 'outage' },
    }),
  },
  fieldLists: { 'problems/problem-fields.js': ['problemFields'] },
};
