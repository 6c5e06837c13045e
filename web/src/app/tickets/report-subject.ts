import type { TicketReportRequest } from '@parc/api-client';

/** What a breakdown is reported of. */
export type ReportSubject = Pick<TicketReportRequest, 'subject' | 'equipmentId' | 'roomId' | 'schoolId' | 'service'>;
