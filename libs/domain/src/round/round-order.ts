import { type Position, travelMinutes } from './travel.js';

/** One going to a school, as the order of a round is worked out. Minutes are those of the day, from midnight in Paris. */
export interface RoundPlace {
  readonly key: string;
  readonly position: Position | null;
  /** The work cannot begin earlier: an appointment, or somebody who opens. */
  readonly from: number | null;
  /** The work must have begun by then. */
  readonly until: number | null;
  readonly stayMinutes: number;
}

/** From where and when a round goes on: from a school where somebody is, or from nowhere that is known. */
export interface RoundStart {
  readonly position: Position | null;
  readonly minute: number;
}

/** One stop in its order. */
export interface RoundLeg {
  readonly key: string;
  /** An estimate of the way from the place before; null for the first of a day, or where a place is not known. */
  readonly travelMinutes: number | null;
  /** When the work begins: on arrival, or when the door opens. */
  readonly beginsAt: number;
  /** It begins later than was promised. */
  readonly late: boolean;
}

/** A way that is not known is not nothing. */
const UNKNOWN_WAY_MINUTES = 20;

/**
 * The order of a round: always on to the place where work begins soonest, the nearest of those, as long as everything that was
 * promised can still be kept; what cannot be kept any more comes first, by its promise. No position is read but the schools'.
 */
export function orderRound(places: readonly RoundPlace[], start: RoundStart): readonly RoundLeg[] {
  const left = [...places];
  const legs: RoundLeg[] = [];
  let here = start;
  while (left.length > 0) {
    const next = nextOf(left, here);
    left.splice(left.indexOf(next), 1);
    legs.push(legTo(next, here));
    here = { position: next.position ?? here.position, minute: beginning(next, here) + next.stayMinutes };
  }
  return legs;
}

/** How much longer a round takes with one more place, at the best point of it: "+9 min" of way. Null where it is not known. */
export function addedMinutes(ordered: readonly Position[], added: Position | null): number | null {
  const [first] = ordered;
  if (added === null || first === undefined) return null;
  const ways = ordered.map((before, index) => {
    const after = ordered[index + 1] ?? null;
    const there = way(before, added);
    return after === null ? there : there + way(added, after) - way(before, after);
  });
  return Math.max(0, Math.min(way(added, first), ...ways));
}

function nextOf(left: readonly RoundPlace[], here: RoundStart): RoundPlace {
  const bySoonest = [...left].sort(
    (one, other) =>
      beginning(one, here) - beginning(other, here) ||
      way(here.position, one.position) - way(here.position, other.position) ||
      (one.key < other.key ? -1 : 1),
  );
  const kept = bySoonest.find((place) => keepsPromises(place, left, here));
  return kept ?? byPromise(bySoonest)[0]!;
}

/** Gone there first, each of the others can still be reached in time, by itself. */
function keepsPromises(place: RoundPlace, left: readonly RoundPlace[], here: RoundStart): boolean {
  const after = { position: place.position ?? here.position, minute: beginning(place, here) + place.stayMinutes };
  return left.every((other) =>
    other === place ? isKept(place, here) || place.until === null : isLost(other, here) || isKept(other, after),
  );
}

const isKept = (place: RoundPlace, here: RoundStart): boolean =>
  place.until === null || beginning(place, here) <= place.until;
/** Too late already, whatever is done now: it holds nothing else back. */
const isLost = (place: RoundPlace, here: RoundStart): boolean => !isKept(place, here);

const byPromise = (places: readonly RoundPlace[]): readonly RoundPlace[] =>
  [...places].sort((one, other) => (one.until ?? Infinity) - (other.until ?? Infinity));

function beginning(place: RoundPlace, here: RoundStart): number {
  return Math.max(here.minute + way(here.position, place.position), place.from ?? 0);
}

function legTo(place: RoundPlace, here: RoundStart): RoundLeg {
  return {
    key: place.key,
    travelMinutes: travelMinutes(here.position, place.position),
    beginsAt: beginning(place, here),
    late: !isKept(place, here),
  };
}

/** From nowhere that is known, one is there: the first of a day is where the day begins. */
function way(from: Position | null, to: Position | null): number {
  return from === null ? 0 : (travelMinutes(from, to) ?? UNKNOWN_WAY_MINUTES);
}
