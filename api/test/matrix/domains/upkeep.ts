import { CHECKS, RETURNS } from '@parc/domain';
import { type DomainRows, reasons } from '../domain-rows.js';

const settings = { name: 'Entretien Ardoise', points: ['Écran'], technicianId: null };
const review = { reviewOn: '2026-11-30' };

export const upkeep: DomainRows = {
  objects: [
    ['/api/v1/upkeep-checks/:id', ({ site }) => ({ id: site.upkeepCheckId })],
    ['/api/v1/upkeep-plans/:id', ({ site }) => ({ id: site.upkeepPlanId })],
    ['/api/v1/warranty-returns/:id', ({ site }) => ({ id: site.warrantyReturnId })],
  ],
  bodies: {
    ...reasons('CheckMovesController', CHECKS.moves),
    'CheckMovesController.assign': ({ world }) => ({ accountId: world.people.technician.accountId }),
    'CheckMovesController.postpone': () => ({ day: '2026-11-30' }),
    'CheckMovesController.do': () => ({ found: [] }),
    'UpkeepPlansController.make': () => ({ ...settings, family: 'tablet', rule: 'term', weekday: 'mon' }),
    'UpkeepPlansController.change': () => ({ ...settings, ended: false }),
    ...reasons('ReturnMovesController', RETURNS.moves, undefined, (action) => (action === 'follow' ? review : {})),
    'ReturnMovesController.send': () => ({ sentOn: '2026-10-06', ...review }),
    'ReturnMovesController.receiveReplaced': () => ({ serial: 'NEUF-ARDOISE' }),
    'WarrantyReturnsController.prepare': ({ site }) => ({ ticketId: site.ticketId, fault: 'Panne', ...review }),
  },
  shown: { 'UpkeepChecksController.list': 'check', 'WarrantyReturnsController.list': 'warranty' },
  doors: { 'upkeep/check.access.js': 'CheckAccess', 'warranty/return.access.js': 'ReturnAccess' },
  scopes: { 'upkeep/check.scope.js': ['checkScope'], 'warranty/return.scope.js': ['returnScope'] },
};
