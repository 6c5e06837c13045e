import type { Judged } from '../../refusals/register.js';
import type { Cents } from '../../money/money.js';
import { DESTINATIONS, type Destination, type GiftReceiver } from './end-kinds.js';
import type { DISPOSAL_REFUSALS } from './disposal-refusals.js';

/** What is told of a departure. */
export interface DisposalTold {
  destination: Destination;
  receiverKind: GiftReceiver | null;
  /** ISO date. */
  disposedOn: string;
  /** Of each device: what it is worth where it is given, what it was sold for. */
  unitValueCents: Cents | null;
  /** The taker has committed to its reuse, and the paper is there. */
  reuseAttested: boolean;
}

interface DisposalGround {
  /** It was retired lost or stolen. */
  missing: boolean;
  /** ISO date of the decision; null where nobody noted it. */
  retiredOn: string | null;
  /** ISO date, Europe/Paris. */
  today: string;
  /** What one device that is given is worth at the most. */
  giftMaxCents: Cents;
}

export type DisposalRefused = Judged<typeof DISPOSAL_REFUSALS, never>;

/** Why a device may not leave this way; null when it may. */
export function judgeDisposal(told: DisposalTold, ground: DisposalGround): DisposalRefused | null {
  const { reuse, receiverKind, value, missing } = DESTINATIONS[told.destination];
  if (missing !== ground.missing) return { code: missing ? 'disposal.not-missing' : 'disposal.missing' };
  if (receiverKind && told.receiverKind === null) return { code: 'disposal.receiver-kind-missing' };
  if (!receiverKind && told.receiverKind !== null) return { code: 'disposal.receiver-kind-other' };
  if (value !== null && told.unitValueCents === null) return { code: 'disposal.value-missing' };
  if (value === null && told.unitValueCents !== null) return { code: 'disposal.value-other' };
  if (receiverKind && told.unitValueCents! > ground.giftMaxCents)
    return { code: 'disposal.gift-too-dear', totalCents: ground.giftMaxCents };
  if (!reuse && told.reuseAttested) return { code: 'disposal.reuse-other' };
  if (told.disposedOn > ground.today) return { code: 'disposal.ahead' };
  if (ground.retiredOn !== null && told.disposedOn < ground.retiredOn) return { code: 'disposal.before-retirement' };
  return null;
}
