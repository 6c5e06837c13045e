import { AT } from '../harness/equipment-builders.js';
import type { House } from '../harness/house.js';
import { aLabelReport } from '../harness/label-report-builders.js';
import { aTicket, aTicketFile } from '../harness/ticket-builders.js';

/** What routes name of tickets. */
export interface TicketSite {
  ticketId: string;
  labelReportId: string;
  ticketCostId: string;
  ticketFileId: string;
  quoteItemId: string;
}

interface Asked {
  schoolId: string;
  roomId: string;
  equipmentId: string;
  reporterId: string;
  /** Who has it in hand, and writes. */
  by: string;
  marks: { text: string; note: string; priceCents: number };
}

/** A breakdown of the device that is repaired once, and broken again: what it cost stands to be charged. */
export async function buildTicket(house: House, { by, marks, ...at }: Asked): Promise<TicketSite> {
  const ground = { schoolId: at.schoolId, reporterId: at.reporterId, technicianId: by };
  const thing = { subject: 'device', equipment_id: at.equipmentId, room_id: at.roomId, symptom: 'no-power' };
  const ticketId = await aTicket(house, ground, 'assigned', { ...thing, description: marks.text });
  const line = { ticket_id: ticketId, account_id: by, role: 'plan-manager', at: AT };
  await house.build.insert('ticket_comment', { ...line, internal: true, text: marks.note });
  await house.build.insert('ticket_comment', { ...line, internal: false, text: marks.text });
  const cost = { price_cents: marks.priceCents, charge: 'due', device: 'stays', minutes: 5 };
  const said = { ticket_id: ticketId, account_id: by, at: AT, cause: 'other', repair: 'other', note: marks.text };
  const ticketCostId = await house.build.insert('ticket_resolution', { ...said, ...cost });
  const ticketFileId = await aTicketFile(house, { ticketId, accountId: by });
  const quoteItemId = await house.build.item({ on_quote: true });
  return { ticketId, labelReportId: await aLabelReport(house, at), ticketCostId, ticketFileId, quoteItemId };
}
