import { type OrderPage, orderFilesAdd, orderWorkReport, type ReportRequest } from '@parc/api-client';
import { ORDERS, ORDERS_TO_CARRY_OUT } from '@parc/domain';
import type { NewAct } from '../../offline/acts';
import { sealCode } from '../../offline/seal-code';
import { slotOf } from '../../offline/photos';
import type { ObjectSeen } from '../../offline/queue/rebase';
import { makePhoto } from '../../offline/photo-making';
import type { HeadAgreement } from './on-site-confirmation';

/** What a report is sent with. */
interface WithReport {
  readonly files: readonly File[];
  /** The head was there: the code, sealed before it is kept, and what was drawn. */
  readonly agreement: (HeadAgreement & { readonly sealKey: string }) | null;
}

/** A report as a phone keeps it until it is sent: with the photos that it announces, whatever becomes of the order meanwhile. */
export async function reportAct(
  key: string,
  order: OrderPage,
  report: ReportRequest,
  { files, agreement }: WithReport,
): Promise<NewAct> {
  const photos = await Promise.all([
    ...files.map(async (file) => announced(order.id, (await makePhoto(file)).sizes.whole, 'report-photo')),
    ...(agreement?.signature ? [announced(order.id, agreement.signature, 'signature')] : []),
  ]);
  const slots = photos.map(({ slot }) => slot);
  const body = slots.length > 0 ? { ...report, photos: slots } : report;
  const under = { objectId: order.id, key, body };
  const sealedCode = agreement && (await sealCode(agreement.code, agreement.sealKey, under));
  return {
    ...{ key, version: order.version, action: 'report', object: { kind: 'order', id: order.id } },
    about: `Compte rendu ${order.number ?? ''}, ${order.school.name}`,
    request: {
      method: 'POST',
      path: orderWorkReport.PATH.replace('{id}', order.id),
      body: sealedCode === null ? body : { ...body, sealedCode },
    },
    photos,
    read: orderSeen(order),
    mine: { state: REPORTED },
    readAgain: `/api/v1/orders/${order.id}`,
  };
}

const REPORTED = ORDERS.moves.find(({ action }) => action === 'report')?.next;

/** A photo is drawn anew before, without what the camera wrote beside it. */
async function announced(orderId: string, bytes: Blob, kind: 'report-photo' | 'signature') {
  const slot = await slotOf(bytes);
  const path = `${orderFilesAdd.PATH.replace('{id}', orderId)}?kind=${kind}&slot=${slot.id}`;
  return { slot, bytes, size: 'small' as const, path };
}

function orderSeen({ version, state, heldCents }: OrderPage): ObjectSeen {
  const standing = ORDERS_TO_CARRY_OUT.includes(state) ? 'open' : 'cancelled';
  return { version, standing, fields: { state, heldCents } };
}
