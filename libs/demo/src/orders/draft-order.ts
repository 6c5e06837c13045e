import type { ComposedOrder } from './composed-order.js';
import { OrderStory } from './order-story.js';
import type { World } from './world.js';

/** A story at its beginning, its lines fresh: a telling that comes too late for its year is told again from here. */
export function draftOrder(order: ComposedOrder, world: World): OrderStory {
  const lines = order.lines.map((line) => ({ ...line }));
  const role = world.people.teachersOf(order.site).includes(order.createdBy) ? 'teacher' : 'school-head';
  return new OrderStory({ ...order, lines }, { role, accountId: order.createdBy });
}
