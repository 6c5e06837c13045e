import { isOnSpot, leftAt, type Visit } from './round-days';
import { positionOf } from './round-visits';

export interface DrawnStop {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Its rank among the day's stops; empty once it is done, where a tick is drawn. */
  readonly mark: string;
  readonly standing: 'finished' | 'current' | 'ahead';
  readonly place: string;
  /** On which side its name stands, away from the edge. */
  readonly anchor: 'start' | 'end';
  readonly wordsX: number;
}

export interface DrawnWay {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Its middle, where the minutes stand. */
  readonly x: number;
  readonly y: number;
  /** "12 min"; empty where both ends are one place, or the way is behind. */
  readonly words: string;
}

export interface DrawnRound {
  readonly width: number;
  readonly height: number;
  readonly stops: readonly DrawnStop[];
  readonly ways: readonly DrawnWay[];
}

const WIDTH = 420;
const HEIGHT = 340;
const MARGIN = 48;
/** How far two marks stand apart so that both are read. */
const BESIDE = 31;
/** Schools of one street are not drawn a continent apart: degrees that the drawing shows at the least. */
const LEAST_DEGREES = 0.02;

/** The stops of a day on a plane, a degree of longitude as long as it is there; null where no place is known. */
export function drawnRound(visits: readonly Visit[]): DrawnRound | null {
  const known = visits.flatMap((visit, index) => {
    const position = positionOf(visit.school);
    return position === null ? [] : [{ visit, index, ...position }];
  });
  if (known.length === 0) return null;
  const place = planeOf(known);
  const stops = known.map(({ visit, index, ...position }): DrawnStop => {
    const finished = leftAt(visit) === 0;
    const { x, y } = place(position);
    const anchor = x > WIDTH / 2 ? 'end' : 'start';
    return {
      ...{ key: visit.school.schoolId, x, y, anchor, wordsX: anchor === 'end' ? -20 : 20 },
      mark: finished ? '' : String(index + 1),
      standing: finished ? 'finished' : isOnSpot(visit) ? 'current' : 'ahead',
      place: visit.school.communeName,
    };
  });
  const drawn = apart(stops);
  const ways = drawn.slice(1).map((stop, index) => wayBetween(drawn[index]!, stop, known[index + 1]!.visit));
  return { width: WIDTH, height: HEIGHT, stops: drawn, ways };
}

function planeOf(places: readonly { latitude: number; longitude: number }[]) {
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const latitude = middle(places.map((one) => one.latitude));
  const longitude = middle(places.map((one) => one.longitude));
  const shrunk = Math.cos((latitude * Math.PI) / 180);
  const spread = (values: readonly number[], least: number) =>
    Math.max(least, Math.max(...values) - Math.min(...values));
  const across = spread(
    places.map((one) => one.longitude * shrunk),
    LEAST_DEGREES,
  );
  const down = spread(
    places.map((one) => one.latitude),
    LEAST_DEGREES,
  );
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (HEIGHT - 2 * MARGIN) / down);
  return (one: { latitude: number; longitude: number }) => ({
    x: Math.round(WIDTH / 2 + (one.longitude - longitude) * shrunk * scale),
    y: Math.round(HEIGHT / 2 - (one.latitude - latitude) * scale),
  });
}

function wayBetween(one: DrawnStop, other: DrawnStop, { leg }: Visit): DrawnWay {
  const far = Math.hypot(other.x - one.x, other.y - one.y) > 90;
  return {
    ...{ x1: one.x, y1: one.y, x2: other.x, y2: other.y },
    ...{ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 },
    words: leg?.travelMinutes && far ? `${leg.travelMinutes} min` : '',
  };
}

/** Two schools at one address, or nearly: the later one is drawn beside the first, so that both numbers are read. */
function apart(stops: readonly DrawnStop[]): readonly DrawnStop[] {
  const drawn: DrawnStop[] = [];
  for (const stop of stops) {
    let { y } = stop;
    const isTaken = (at: number) => drawn.some((other) => Math.hypot(other.x - stop.x, other.y - at) < BESIDE);
    while (isTaken(y)) y += BESIDE;
    drawn.push({ ...stop, y });
  }
  return drawn;
}
