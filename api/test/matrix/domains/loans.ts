import { LOANS } from '@parc/domain';
import { type DomainRows, reasons } from '../domain-rows.js';

const checked = { seenIds: [], condition: 'good', accessoriesComplete: true };
const settings = {
  ...{ name: 'Valise Ardoise', accessories: null, checkingHalfDays: null, needsApproval: true, kinds: ['primary'] },
  offered: true,
};

export const loans: DomainRows = {
  objects: [
    ['/api/v1/loans/:id', ({ site }) => ({ id: site.loanId })],
    ['/api/v1/loans/borrowed/by-tag/:tag', ({ site }) => ({ tag: site.lentTag })],
    ['/api/v1/loan-kits/:id', ({ site }) => ({ id: site.loanKitId })],
  ],
  queries: {
    'LoansController.calendar': '?from=2026-10-06&weeks=3',
    'LoansController.spares': '?ticketId=01900000-0000-7000-8000-00000000dead',
    'LoanKitsController.kitDays': '?from=2026-10-06&weeks=3&days=5',
  },
  bodies: {
    ...reasons('LoanMovesController', LOANS.moves),
    'LoansController.request': ({ site }) => ({
      ...{
        kitId: site.loanKitId,
        fromDay: '2026-11-05',
        fromHalf: 'morning',
        toDay: '2026-11-06',
        toHalf: 'afternoon',
      },
    }),
    'LoansController.lendSpare': ({ site }) => ({
      ...{ ticketId: site.ticketId, equipmentId: site.shelvedId, toDay: '2026-11-06' },
    }),
    'LoanMovesController.handOver': ({ site }) => ({ ...checked, referentId: site.teacherId }),
    'LoanMovesController.extend': () => ({ toDay: '2026-10-20', toHalf: 'afternoon' }),
    'LoanMovesController.return': () => checked,
    'LoanMovesController.clear': () => ({ missing: [] }),
    'LoanKitsController.make': ({ site }) => ({ ...settings, equipmentId: site.shelvedId }),
    'LoanKitsController.change': () => settings,
  },
  shown: { 'LoansController.list': 'loan' },
  doors: { 'loans/loan.access.js': 'LoanAccess' },
  scopes: { 'loans/loan.scope.js': ['loanScope'] },
};
