import { randomUUID } from 'node:crypto';
import type { House } from './house.js';

const AT = '2026-10-05T08:00:00Z';

/** What a phone has handed in, unread. */
export function aDeposit(
  house: House,
  { accountId, ...parts }: { accountId: string } & Record<string, unknown>,
): Promise<string> {
  return house.build.insert('deposit', {
    ...{ id: randomUUID(), account_id: accountId, role: 'technician', object_kind: 'ticket', object_id: randomUUID() },
    ...{ action: 'resolve', about: 'Clore T-2026-00932', body: '{}', said_at: AT, received_at: AT },
    ...{ refusal_code: 'ticket.state', refusal: 'Ce ticket est clos.', ...parts },
  });
}

/** A photo of it that has come. */
export async function aDepositFile(
  house: House,
  { depositId, accountId }: { depositId: string; accountId: string },
): Promise<string> {
  const of = { deposit_id: depositId };
  const slotId = await house.build.insert('deposit_photo_slot', {
    ...{ ...of, id: randomUUID(), photo_id: randomUUID(), size: 'whole', sha256: '0'.repeat(64) },
    ...{ size_bytes: 4, announced_by: accountId, announced_at: AT },
  });
  return house.build.insert('deposit_file', {
    ...{ ...of, slot_id: slotId, media_type: 'image/webp', size_bytes: 4, width: 1, height: 1 },
    ...{ content: Buffer.from('RIFF'), created_by: accountId, created_at: AT },
  });
}
