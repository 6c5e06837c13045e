import { isOnSpot, leftAt, type Visit } from './round-days';
import {
  type Box,
  type Label,
  labelBox,
  placedLabels,
  type Named,
  placedPills,
  type Spot,
  type Way,
} from './round-labels';
import { positionOf } from './round-visits';

export interface DrawnStop {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Its rank among the day's stops; empty once it is done, where a tick is drawn. */
  readonly mark: string;
  readonly standing: 'finished' | 'current' | 'ahead';
  readonly place: string;
  /** Where its name stands from the middle of its mark. */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly wordsX: number;
  readonly wordsY: number;
  /** What the name lies on, in the drawing. */
  readonly ground: Box;
}

export interface DrawnWay {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Where the minutes stand on it. */
  readonly x: number;
  readonly y: number;
  /** "12 min"; empty where both ends are one place, the way is behind, or nothing more can be read there. */
  readonly words: string;
}

export interface DrawnRound {
  readonly width: number;
  readonly height: number;
  readonly stops: readonly DrawnStop[];
  readonly ways: readonly DrawnWay[];
}

const WIDTH = 420;
/** As high as the schools lie apart, within these. */
const HEIGHT = { least: 220, most: 340 };
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
  const plane = planeOf(known);
  const marks = apart(known.map(({ latitude, longitude }) => plane.place({ latitude, longitude })));
  const ways = marks.slice(1).map((to, index) => ({ from: marks[index]!, to }));
  const minutes = known.slice(1).map(({ visit }) => visit.leg?.travelMinutes ?? 0);
  const told = ways.filter((_, index) => minutes[index]! > 0);
  const height = Math.max(plane.height, ...marks.map(({ y }) => y + MARGIN));
  const places = known.map(({ visit }, index) => ({ ...marks[index]!, place: visit.school.communeName }));
  const labels = placedLabels(places, { width: WIDTH, height, ways, told });
  const spots = new Map(placedPills(told, places, labels).map((spot, index) => [told[index], spot] as const));
  return {
    ...{ width: WIDTH, height },
    stops: known.map(({ visit, index }, at) => drawnStop(visit, index, places[at]!, labels[at]!)),
    ways: ways.map((way, index) => drawnWay(way, spots.get(way) ?? null, minutes[index]!)),
  };
}

function drawnStop(visit: Visit, index: number, { x, y, place }: Named, label: Label): DrawnStop {
  const finished = leftAt(visit) === 0;
  return {
    ...{ key: visit.school.schoolId, x, y, place },
    ...{ anchor: label.anchor, wordsX: label.x, wordsY: label.y, ground: labelBox({ x, y, place }, label) },
    mark: finished ? '' : String(index + 1),
    standing: finished ? 'finished' : isOnSpot(visit) ? 'current' : 'ahead',
  };
}

function drawnWay({ from, to }: Way, spot: Spot | null, minutes: number): DrawnWay {
  return {
    ...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y },
    ...(spot ?? { x: 0, y: 0 }),
    words: spot === null ? '' : `${minutes} min`,
  };
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
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (HEIGHT.most - 2 * MARGIN) / down);
  const height = Math.max(HEIGHT.least, Math.round(down * scale) + 2 * MARGIN);
  return {
    height,
    place: (one: { latitude: number; longitude: number }): Spot => ({
      x: Math.round(WIDTH / 2 + (one.longitude - longitude) * shrunk * scale),
      y: Math.round(height / 2 - (one.latitude - latitude) * scale),
    }),
  };
}

/** Two schools at one address, or nearly: the later one is drawn beside the first, so that both numbers are read. */
function apart(marks: readonly Spot[]): readonly Spot[] {
  const drawn: Spot[] = [];
  for (const { x, y } of marks) {
    let at = y;
    while (drawn.some((other) => Math.hypot(other.x - x, other.y - at) < BESIDE)) at += BESIDE;
    drawn.push({ x, y: at });
  }
  return drawn;
}
