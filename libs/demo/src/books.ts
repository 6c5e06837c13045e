import type { Balance, Hold, Posting } from '@parc/domain';
import {
  allocation,
  applyPosting,
  availableCents,
  commitment,
  expense,
  release,
  repairExpense,
  reservation,
  rounding,
} from '@parc/domain';
import type { Envelope } from './budgets.js';
import { instantAt } from './days.js';
import type { OrderStory, RecordedPosting } from './orders/order-story.js';
import type { World } from './orders/world.js';
import type { LedgerEntryRow } from './order-row-types.js';
import type { Repairs } from './ticket-charges.js';

type Concerns = Pick<LedgerEntryRow, 'reason' | 'order_id' | 'ticket_id' | 'allocation_run_id' | 'pair_id'>;

interface Movement {
  at: string;
  actor: string;
  concerns: Concerns;
  /** Judged when its turn comes: what it resolves depends on what was posted before. */
  postings(): Posting[];
  /** Told which entry it became. */
  entered?(entryId: string): void;
}
const OF_NOTHING: Concerns = { reason: null, order_id: null, ticket_id: null, allocation_run_id: null, pair_id: null };

const NOTHING: Balance = { openedCents: 0, reservedCents: 0, committedCents: 0, spentCents: 0 };

/**
 * Posts every opening and every order's movement, envelope by envelope in the order of time, by the ledger's own rules,
 * and lapses what a closed year leaves. Gives the hold that each order still has open.
 */
export function keepLedger(world: World, repairs: Repairs): Map<OrderStory, Hold> {
  const holds = new Map<OrderStory, Hold>();
  for (const envelope of world.envelopes.all) new EnvelopeLedger(world, envelope, holds, repairs).post();
  return holds;
}

class EnvelopeLedger {
  private balance = NOTHING;
  private sequence = 0;
  private readonly world: World;
  private readonly envelope: Envelope;
  private readonly holds: Map<OrderStory, Hold>;
  private readonly repairs: Repairs;

  constructor(world: World, envelope: Envelope, holds: Map<OrderStory, Hold>, repairs: Repairs) {
    this.world = world;
    this.envelope = envelope;
    this.holds = holds;
    this.repairs = repairs;
  }

  post(): void {
    const movements = [...this.openings(), ...this.ordersMovements(), ...this.ticketsMovements()].sort((one, other) =>
      one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
    );
    for (const movement of movements) {
      for (const posting of movement.postings()) this.enter(posting, movement);
    }
    const left = availableCents(this.balance);
    const { closed_on: closedOn } = this.envelope.row;
    if (closedOn === null || left === 0) return;
    const concerns = { ...OF_NOTHING, reason: 'fin de l’exercice' };
    const lapse: Posting = { ...allocation('allocation', -left), kind: 'lapse' };
    this.enter(lapse, { at: instantAt(closedOn, '23:30'), actor: 'system:year-end', concerns });
  }

  private openings(): Movement[] {
    return this.envelope.openings.map((opening) => ({
      at: opening.at,
      actor: opening.actor,
      concerns: {
        ...OF_NOTHING,
        ...{ reason: opening.reason, allocation_run_id: opening.runId, pair_id: opening.pairId },
      },
      postings: () => [allocation(opening.kind, opening.amountCents)],
    }));
  }

  private ordersMovements(): Movement[] {
    return (this.world.storiesOf.get(this.envelope) ?? []).flatMap((story) =>
      story.postings.map((posting) => ({
        at: posting.at,
        actor: posting.actor,
        concerns: { ...OF_NOTHING, reason: posting.reason, order_id: story.order.id },
        postings: () => this.postingsOf(story, posting),
      })),
    );
  }

  private ticketsMovements(): Movement[] {
    return (this.repairs.get(this.envelope) ?? []).map((repair) => ({
      at: repair.at,
      actor: repair.actor,
      concerns: { ...OF_NOTHING, ticket_id: repair.resolution.ticket_id },
      postings: () => [repairExpense(repair.resolution.price_cents)],
      entered: (id) => (repair.resolution.entry_id = id),
    }));
  }

  private postingsOf(story: OrderStory, { effect, amountCents }: RecordedPosting): Posting[] {
    if (effect === 'reserve') return [reservation(amountCents)];
    const hold = this.holds.get(story)!;
    if (effect === 'release') return [release(hold)];
    if (effect === 'commit') return [commitment(hold, amountCents)];
    if (amountCents <= hold.amountCents) return [expense(hold, amountCents)];
    // The rounding's own entry opens the hold that the expense resolves: its identifier is known once it is entered.
    return [rounding(hold, amountCents), expense({ ...hold, amountCents }, amountCents)];
  }

  private enter(posting: Posting, { at, actor, concerns, entered }: Omit<Movement, 'postings'>): void {
    const before = this.balance;
    this.balance = applyPosting(before, posting);
    if (availableCents(this.balance) < 0) throw new Error(`The envelope ${this.envelope.row.id} is overspent at ${at}`);
    const id = this.world.workshop.identify(at);
    const story = this.storyOf(concerns.order_id);
    // An expense just after its rounding resolves the hold that the rounding opened.
    const resolves = posting.resolves && story ? this.holds.get(story)! : null;
    this.world.workshop.rows.ledger_entry.push({
      id,
      envelope_id: this.envelope.row.id,
      sequence: ++this.sequence,
      kind: posting.kind,
      posted_at: at,
      actor,
      ...concerns,
      opened_before: before.openedCents,
      reserved_before: before.reservedCents,
      committed_before: before.committedCents,
      spent_before: before.spentCents,
      opened_change: posting.openedChange,
      reserved_change: posting.reservedChange,
      committed_change: posting.committedChange,
      spent_change: posting.spentChange,
      opens_hold: posting.opens?.kind ?? null,
      hold_cents: posting.opens?.amountCents ?? null,
      resolves_id: resolves?.entryId ?? null,
      resolves_hold: resolves?.kind ?? null,
      resolves_cents: resolves?.amountCents ?? null,
    });
    entered?.(id);
    if (story === undefined) return;
    if (posting.opens) this.holds.set(story, { entryId: id, ...posting.opens });
    else this.holds.delete(story);
  }

  private storyOf(orderId: string | null): OrderStory | undefined {
    if (orderId === null) return undefined;
    return this.world.storiesOf.get(this.envelope)!.find((story) => story.order.id === orderId);
  }
}
