import type { TicketAxisPiece } from '@parc/api-client';
import { grouped } from '../../shell/grouped';

/** A piece of a stretch, from its opening on, in percents of it. */
interface Piece {
  readonly kind: TicketAxisPiece['kind'];
  readonly left: number;
  readonly width: number;
}

/** Hours that the service is open, without a break. */
export interface Stretch {
  readonly minutes: number;
  readonly pieces: readonly Piece[];
  /** Where now, and the deadline, lie in it; null: elsewhere. */
  readonly now: number | null;
  readonly due: number | null;
}

export interface AxisDay {
  readonly day: string;
  readonly stretches: readonly Stretch[];
}

const at = (instant: string): number => Date.parse(instant);
const MINUTE = 60_000;

/** The pieces as they are drawn: by day and stretch. @param now milliseconds */
export function axisDays(pieces: readonly TicketAxisPiece[], now: number, dueAt: string | null): readonly AxisDay[] {
  return [...grouped(pieces, ({ day }) => day)].map(([day, ofDay]) => ({
    day,
    stretches: [...grouped(ofDay, ({ opens }) => opens).values()].map((all) => stretch(all, now, dueAt)),
  }));
}

function stretch(pieces: readonly TicketAxisPiece[], now: number, dueAt: string | null): Stretch {
  const [opens, closes] = [at(pieces[0]!.from), at(pieces.at(-1)!.to)];
  const share = (instant: number) => ((instant - opens) / (closes - opens)) * 100;
  const within = (instant: number) => (instant >= opens && instant <= closes ? share(instant) : null);
  return {
    minutes: (closes - opens) / MINUTE,
    pieces: pieces.map(({ kind, from, to }) => ({
      kind,
      left: share(at(from)),
      width: share(at(to)) - share(at(from)),
    })),
    now: within(now),
    due: dueAt === null ? null : within(at(dueAt)),
  };
}
