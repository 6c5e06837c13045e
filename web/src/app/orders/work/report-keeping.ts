import { type OrderPage, orderFilesAdd, orderWorkReport, type ReportRequest } from '@parc/api-client';
import { ORDERS, ORDERS_TO_CARRY_OUT } from '@parc/domain';
import type { NewAct } from '../../offline/acts';
import { slotOf } from '../../offline/photos';
import type { ObjectSeen } from '../../offline/queue/rebase';
import { makePhoto } from '../../offline/photo-making';

/** A report as a phone keeps it until it is sent: with the photos that it announces, whatever becomes of the order meanwhile. */
export async function reportAct(
  key: string,
  order: OrderPage,
  body: ReportRequest,
  files: readonly File[],
): Promise<NewAct> {
  const photos = await Promise.all(files.map((file) => announced(order.id, file)));
  const slots = photos.map(({ slot }) => slot);
  return {
    ...{ key, version: order.version, action: 'report', object: { kind: 'order', id: order.id } },
    about: `Compte rendu ${order.number ?? ''}, ${order.school.name}`,
    request: {
      method: 'POST',
      path: orderWorkReport.PATH.replace('{id}', order.id),
      body: slots.length > 0 ? { ...body, photos: slots } : body,
    },
    photos,
    read: orderSeen(order),
    mine: { state: REPORTED },
    readAgain: `/api/v1/orders/${order.id}`,
  };
}

const REPORTED = ORDERS.moves.find(({ action }) => action === 'report')?.next;

/** As it was taken: drawn anew, without what the camera wrote beside it. */
async function announced(orderId: string, file: File) {
  const { sizes } = await makePhoto(file);
  const slot = await slotOf(sizes.whole);
  const path = `${orderFilesAdd.PATH.replace('{id}', orderId)}?kind=report-photo&slot=${slot.id}`;
  return { slot, bytes: sizes.whole, size: 'small' as const, path };
}

function orderSeen({ version, state, heldCents }: OrderPage): ObjectSeen {
  const standing = ORDERS_TO_CARRY_OUT.includes(state) ? 'open' : 'cancelled';
  return { version, standing, fields: { state, heldCents } };
}
