import { ORDER_STATES, type OrderState, type StateRow } from '@parc/domain';
import { laterBy } from './days.js';
import type { OrderFileRow } from './order-row-types.js';
import type { OrderStory } from './orders/order-story.js';
import type { World } from './orders/world.js';
import type { Scene } from './pictures.js';
import { pictureOf, WALL_TINTS } from './pictures.js';

/** Of orders long finished, how many show photos; of those that go on, all. */
const PHOTOS_KEPT = 0.1;

/** Where a screen goes: the place as the school photographed it while composing, and the work just before its report. */
export function addOrderPhotos(world: World): void {
  const random = world.workshop.random('photos');
  for (const story of world.stories) {
    const shown = random.chance(PHOTOS_KEPT);
    const tint = random.whole(0, WALL_TINTS - 1);
    if (isFinal(story.state) && !shown) continue;
    if (!story.order.lines.some(({ item }) => item.contract?.key === 'screens' && item.facts.placed)) continue;
    const { createdBy, createdAt } = story.order;
    addPhoto(world, story, 'place', tint, createdBy, laterBy(createdAt, 40));
    if (story.reportedAt === null) continue;
    addPhoto(world, story, 'work', tint, story.performedBy.at(-1)!, laterBy(story.reportedAt, -150));
  }
}

function isFinal(state: OrderState): boolean {
  const row: StateRow = ORDER_STATES[state];
  return row.final === true;
}

function addPhoto(world: World, { order }: OrderStory, scene: Scene, tint: number, by: string, at: string): void {
  const { rows, identify } = world.workshop;
  const { width, height, content } = pictureOf(scene, tint);
  const kind: OrderFileRow['kind'] = scene === 'place' ? 'place-photo' : 'report-photo';
  rows.order_file.push({
    id: identify(at),
    order_id: order.id,
    kind,
    name: `${kind}.png`,
    media_type: 'image/png',
    size_bytes: content.length,
    width,
    height,
    content: `\\x${content.toString('hex')}`,
    created_by: by,
    created_at: at,
  });
}
