import { randomUUID } from 'node:crypto';
import { AT } from '../harness/equipment-builders.js';
import type { House } from '../harness/house.js';
import { aPart, aVisit } from '../harness/visit-builders.js';

/** Texts that stand nowhere else: where one is read, its field was shown. */
export const VISIT_MARKS = { text: 'Passage Gomme', note: 'Note Trousse' } as const;

/** What routes name of visits. */
export interface VisitSite {
  visitId: string;
  visitFileId: string;
  visitToConfirmId: string;
}

/** A visit whose minutes stand, with a text for the school, one for the metropole, and a photo. */
export async function buildVisit(
  house: House,
  asked: { schoolId: string; technicianId: string; reporterId: string; ticketId: string },
): Promise<{ site: VisitSite; marks: string[] }> {
  const { ticketId, ...ground } = asked;
  const { text, note } = VISIT_MARKS;
  const number = `I-2026-${String(parseInt(ground.schoolId.slice(-6), 16) + 10_000_000)}`;
  const visitId = await aVisit(house, ground, 'closed', { number, note: text, internal_note: note });
  await aPart(house, visitId, ticketId, { position: 1 });
  await house.build.insert('visit_remark', {
    ...{ visit_id: visitId, account_id: ground.technicianId, role: 'technician', at: AT, text },
  });
  const slotId = await house.build.insert('visit_photo_slot', {
    ...{ id: randomUUID(), visit_id: visitId, photo_id: randomUUID(), size: 'whole', kind: 'work', size_bytes: 4 },
    ...{ sha256: '0'.repeat(64), announced_by: ground.technicianId, announced_at: AT },
  });
  const visitFileId = await house.build.insert('visit_file', {
    ...{ visit_id: visitId, slot_id: slotId, media_type: 'image/webp', size_bytes: 4, width: 1, height: 1 },
    ...{ content: Buffer.from('RIFF'), created_by: ground.technicianId, created_at: AT },
  });
  const visitToConfirmId = await aVisit(house, ground, 'closed', { ending: 'later', note: text });
  return { site: { visitId, visitFileId, visitToConfirmId }, marks: [visitId, number] };
}
