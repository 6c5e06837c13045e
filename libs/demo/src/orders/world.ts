import type { Agreements } from '../agreements.js';
import type { Envelopes } from '../budgets.js';
import type { CatalogueItem } from '../catalogue.js';
import type { People } from '../people.js';
import type { Directory } from '../sites.js';
import type { Workshop } from '../workshop.js';
import type { OrderStory } from './order-story.js';
import { openedAt } from '../budgets.js';
import type { Envelope } from '../budgets.js';

/** All that an order's story needs around it. */
export interface World {
  workshop: Workshop;
  directory: Directory;
  people: People;
  catalogue: CatalogueItem[];
  agreements: Agreements;
  envelopes: Envelopes;
  /** Every story told so far. */
  stories: OrderStory[];
  storiesOf: Map<Envelope, OrderStory[]>;
  /** Labels of equipment, numbers of invoices: the next one. */
  next(counter: 'label' | 'invoice'): number;
}

/** Stories join the world only once told whole: what they hold counts against the next ones. */
export function keep(world: World, story: OrderStory): void {
  world.stories.push(story);
  const { envelope } = story.order;
  const stories = world.storiesOf.get(envelope);
  if (stories) stories.push(story);
  else world.storiesOf.set(envelope, [story]);
}

/**
 * What an envelope can surely still give from an instant on, in cents, whatever the order in which its stories go on: each
 * counts for the most it will hold or spend.
 */
export function availableFrom(world: World, envelope: Envelope, at: string): number {
  const taken = (world.storiesOf.get(envelope) ?? []).reduce((sum, story) => sum + story.exposureFrom(at), 0);
  return openedAt(envelope, at) - taken;
}
