import type { NameOf, OrderEffect, OrderMove } from '@parc/domain';
import type { Actor, OrderStory } from './order-story.js';

type Effect = OrderMove['effects'][number];
type Told = (story: OrderStory, actor: Actor, at: string, reason: string | null) => void;

/** Asks for more than who, when and why: the story has a method of its own for the moves that have it. */
const BY_HAND = null;

/** What each effect of the table leaves in a story; one that is added is told by the compiler. */
const EFFECTS: Record<Exclude<OrderEffect, 'date'>, Told | typeof BY_HAND> = {
  'split-by-performer': BY_HAND,
  'freeze-prices': BY_HAND,
  reserve: BY_HAND,
  number: BY_HAND,
  'send-the-rest': BY_HAND,
  release: (story, actor, at, reason) => story.hold('release', 0, actor, at, reason),
  'approve-quantities': BY_HAND,
  commit: BY_HAND,
  'count-contract': BY_HAND,
  'number-purchase-order': BY_HAND,
  plan: BY_HAND,
  'flag-cancellation': (story, _actor, at) => {
    story.cancellationAskedAt = at;
  },
  // Whole: an order that is called off counts no more.
  'uncount-contract': (story, actor, at) => story.count('cancel', 0, actor, at),
  'mark-performer': (story, actor) => story.perform(actor),
  'record-report': BY_HAND,
  // The story of the devices names the order.
  'install-devices': BY_HAND,
  'forget-confirmation': (story) => {
    story.confirmedAt = null;
    story.confirmedBy = null;
    story.confirmedByDefaultBy = null;
  },
  spend: BY_HAND,
  'record-invoice': BY_HAND,
  // Its thread is told beside the story (quoted-repairs).
  'tell-ticket': BY_HAND,
};

const DATES: Partial<Record<Effect, Told>> = {
  'date decision': (story, _actor, at) => {
    story.decidedAt = at;
  },
  'date confirmation': (story, actor, at) => {
    story.confirmedAt = at;
    story.confirmedBy = actor.accountId;
  },
  'date confirmation-by-default': (story, actor, at) => {
    story.confirmedAt = at;
    story.confirmedByDefaultBy = actor.accountId;
  },
};

/** @throws Error for an effect that asks for more */
export function plainEffect(effect: Effect): Told {
  const name = effect.split(' ')[0] as NameOf<Effect>;
  const told = name === 'date' ? DATES[effect] : EFFECTS[name];
  if (!told) throw new Error(`"${effect}" asks for more than a reason: tell its move by a method of OrderStory`);
  return told;
}
