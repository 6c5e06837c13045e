import { euros, frenchDay, french, frenchNumber, type ReportData } from '@parc/domain';
import type { PrintedDocument } from '../../platform/files/pdf.js';

/** With its year: a report is read years later. */
const longDay = (day: string): string => frenchDay(day, 0);

/** The annual report on paper: the same content as its page. */
export function reportDocument(report: ReportData): PrintedDocument {
  const { extent, money } = report;
  const most = Math.max(1, ...money.map(({ openedCents }) => openedCents));
  return {
    template: 'steering/report/report.typ',
    title: `${report.title}. ${report.subtitle}`,
    at: new Date(`${report.dataDay}T12:00:00Z`),
    data: {
      ...{ title: report.title, subtitle: report.subtitle, number: report.number, words: report.words },
      meeting: longDay(report.meetingOn),
      frozen: longDay(report.dataDay),
      extent: french(
        `${frenchNumber(extent.schools)} écoles et ${frenchNumber(extent.teachingUnits)} unités d’enseignement, publiques et privées, dans ${frenchNumber(extent.communes)} communes.`,
      ),
      done: french(
        `${frenchNumber(extent.devices)} appareils, ${frenchNumber(extent.orders)} commandes d’installation, ${frenchNumber(extent.tickets)} pannes réparées.`,
      ),
      headlines: report.headlines,
      objectives: report.objectives,
      money: money.map(({ kind, openedCents, spentCents, committedCents }) => ({
        kind,
        opened: euros(openedCents),
        spent: euros(spentCents),
        committed: euros(committedCents),
        left: euros(openedCents - spentCents - committedCents),
        width: openedCents / most,
        shares: openedCents === 0 ? [0, 0] : [spentCents / openedCents, committedCents / openedCents],
      })),
    },
  };
}
