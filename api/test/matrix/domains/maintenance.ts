import { TICKETS } from '@parc/domain';
import { type DomainRows, Form, reasons } from '../domain-rows.js';
import { MARKS } from '../territory.js';

export const maintenance: DomainRows = {
  objects: [
    ['/api/v1/tickets/:id', ({ site }) => ({ id: site.ticketId, fileId: site.ticketFileId })],
    ['/api/v1/label-reports/of/:code', () => ({ code: 'PE-999999' })],
    ['/api/v1/label-reports/:id', ({ site }) => ({ id: site.labelReportId })],
    ['/api/v1/ticket-charges/:id', ({ site }) => ({ id: site.ticketCostId })],
  ],
  queries: {
    'TicketsController.alike': '?subject=school',
    'TicketWorkController.addFile': '?slot=00000000-0000-4000-8000-000000000052',
    'TicketsController.clocks': '?ids=01900000-0000-7000-8000-000000000001',
  },
  bodies: {
    ...reasons('TicketMovesController', TICKETS.moves),
    'TicketsController.report': ({ site }) => ({
      ...{ subject: 'device', equipmentId: site.equipmentId, symptom: 'no-power', impact: 'class', urgency: 'stopped' },
    }),
    'TicketsController.comment': () => ({ text: 'Bonjour' }),
    'TicketsController.note': () => ({ text: 'Bonjour' }),
    'TicketsController.quote': ({ site }) => ({
      ...{ itemId: site.quoteItemId, unitNetCents: 20_000, vatBasisPoints: 2_000, note: 'Devis' },
    }),
    'TicketMovesController.assign': ({ world }) => ({ accountId: world.people.technician.accountId }),
    'TicketMovesController.handOver': ({ world }) => ({
      ...{ accountId: world.people.technician.accountId, reason: 'Parce que' },
    }),
    'TicketMovesController.plan': () => ({ day: '2026-10-08', from: '16:45', to: '17:30' }),
    'TicketMovesController.wait': () => ({ waitFor: 'part', reviewOn: '2026-10-20', reason: 'Parce que' }),
    'TicketMovesController.resolve': () => ({
      ...{ cause: 'other', repair: 'other', minutes: 5, priceCents: 0, device: 'stays' },
    }),
    'TicketWorkController.doneOnSite': () => ({
      ...{ cause: 'other', repair: 'other', minutes: 5, priceCents: 0, device: 'stays' },
    }),
    'TicketWorkController.addFile': () => Form.of('RIFF'),
    'TicketMovesController.merge': ({ site }) => ({ intoId: site.ticketId }),
    'LabelReportsController.report': () => ({ label: 'PE-999999', symptom: 'slow', elsewhere: false }),
    'LabelReportsController.confirm': () => ({ impact: 'class', urgency: 'stopped' }),
    'LabelReportsController.discard': () => ({ reason: 'known' }),
    'TicketChargesController.settle': () => ({ on: 'reserve' }),
  },
  shown: { 'TicketsController.list': 'ticket' },
  fields: [
    {
      field: 'note of a ticket among technicians',
      mark: MARKS.ticketNote,
      routes: ['TicketsController.page'],
      readers: ['technician', 'plan-manager'],
    },
    {
      field: 'what people wrote of a ticket',
      mark: MARKS.ticketText,
      routes: ['TicketsController.page'],
      readers: ['teacher', 'school-head', 'technician', 'plan-manager'],
    },
    {
      field: 'cost of a repair',
      mark: String(MARKS.repairCents),
      routes: ['TicketsController.page'],
      readers: ['teacher', 'school-head', 'technician', 'plan-manager', 'private-body-officer'],
    },
  ],
  withoutKey: {
    'LabelReportsController.report': 'nobody has signed in; said once more, it is known already',
  },
  doors: {
    'maintenance/ticket.access.js': 'TicketAccess',
    'maintenance/label-reports/label-report.access.js': 'LabelReportAccess',
  },
  scopes: {
    'maintenance/ticket.scope.js': ['ticketScope', 'countedTicketScope', 'reportedScope'],
    'maintenance/label-reports/label-report.scope.js': ['labelReportScope'],
  },
  fieldLists: { 'maintenance/ticket-fields.js': ['ticketFields'] },
};
