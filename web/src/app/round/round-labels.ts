/** Where words stand in a drawing whose places nobody chose: beside their mark, clear of what is drawn already. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A mark with the name that is written beside it. */
export interface Named extends Spot {
  readonly place: string;
}

export interface Way {
  readonly from: Spot;
  readonly to: Spot;
}

export interface Label {
  readonly anchor: 'start' | 'middle' | 'end';
  /** The foot of the text, from the middle of its mark. */
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Radius of a mark and its ring. */
const MARK = 16;
/** Of a text of 14 px in our face, the widest letters of French names counted in. */
const LETTER_WIDTH = 7.9;
const LINE_HEIGHT = 18;
export const PILL = { width: 52, height: 20 };

/** The first of these that is free is taken: beside it before above and below. */
const LABELS: readonly Label[] = [
  { anchor: 'start', x: 20, y: 5 },
  { anchor: 'end', x: -20, y: 5 },
  { anchor: 'middle', x: 0, y: -22 },
  { anchor: 'middle', x: 0, y: 32 },
  { anchor: 'start', x: 8, y: -20 },
  { anchor: 'end', x: -8, y: -20 },
  { anchor: 'start', x: 8, y: 30 },
  { anchor: 'end', x: -8, y: 30 },
  { anchor: 'start', x: -16, y: -22 },
  { anchor: 'end', x: 16, y: -22 },
  { anchor: 'start', x: -16, y: 32 },
  { anchor: 'end', x: 16, y: 32 },
  // Up and down a step: where a way leaves the mark to its side.
  { anchor: 'start', x: 20, y: -9 },
  { anchor: 'start', x: 20, y: 19 },
  { anchor: 'end', x: -20, y: -9 },
  { anchor: 'end', x: -20, y: 19 },
];

/** How much worse it is to hide a mark or to leave the drawing than to touch another word, and to lie on a line. */
const WEIGHTS = { outside: 6, mark: 4, line: 0.15 };
/** Each may have taken the place that a later one needed: all are asked again. */
const ROUNDS = 3;

/** Where the name of each place stands beside its mark. @param drawn with the ways whose minutes are told */
export function placedLabels(
  places: readonly Named[],
  drawn: {
    readonly width: number;
    readonly height: number;
    readonly ways: readonly Way[];
    readonly told: readonly Way[];
  },
): readonly Label[] {
  const marks = places.map(markBox);
  // Names leave the ways' middles to their minutes where they can; the minutes then move along, or are left out.
  const wished = placedPills(drawn.told, places, []).flatMap((spot) => (spot === null ? [] : [pillBox(spot)]));
  const labels: Label[] = places.map(({ x }) => LABELS[x > drawn.width / 2 ? 1 : 0]!);
  const cost = (index: number, label: Label): number => {
    const box = labelBox(places[index]!, label);
    const names = places.flatMap((place, at) => (at === index ? [] : [labelBox(place, labels[at]!)]));
    return (
      sum([...names, ...wished], (other) => overlap(box, other)) +
      WEIGHTS.mark * sum(marks, (mark, at) => (at === index ? 0 : overlap(box, mark))) +
      WEIGHTS.outside *
        (box.width * box.height - overlap(box, { left: 4, top: 4, width: drawn.width - 8, height: drawn.height - 8 })) +
      WEIGHTS.line * sum(drawn.ways, (way) => along(way, box))
    );
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const index of places.keys()) labels[index] = best(LABELS, (label) => cost(index, label), labels[index]!);
  }
  return labels;
}

/**
 * Where the minutes of each way stand on it, clear of marks and names; null where every place on it is taken: the list says
 * them.
 */
export function placedPills(ways: readonly Way[], places: readonly Named[], labels: readonly Label[]): (Spot | null)[] {
  const taken: Box[] = [...places.map(markBox), ...labels.map((label, index) => labelBox(places[index]!, label))];
  return ways.map(({ from, to }) => {
    for (const part of [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7]) {
      const spot = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      const box = pillBox(spot);
      if (taken.some((other) => overlap(box, other) > 0)) continue;
      taken.push(box);
      return spot;
    }
    return null;
  });
}

/** The one that costs least; the one that stands wins where others cost as much. */
function best(labels: readonly Label[], cost: (label: Label) => number, standing: Label): Label {
  return labels.reduce((found, label) => (cost(label) < cost(found) ? label : found), standing);
}

/** What a name covers, as wide as its widest letters would be. */
export function labelBox({ x, y, place }: Named, label: Label): Box {
  const width = place.length * LETTER_WIDTH;
  const shift = label.anchor === 'start' ? 0 : label.anchor === 'end' ? width : width / 2;
  return { left: x + label.x - shift, top: y + label.y - LINE_HEIGHT + 4, width, height: LINE_HEIGHT };
}

const markBox = ({ x, y }: Spot): Box => ({ left: x - MARK, top: y - MARK, width: 2 * MARK, height: 2 * MARK });

const pillBox = ({ x, y }: Spot): Box => ({ left: x - PILL.width / 2, top: y - PILL.height / 2, ...PILL });

/** Square units that two boxes share. */
function overlap(one: Box, other: Box): number {
  const across = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return Math.max(0, across) * Math.max(0, down);
}

/** How much of a box a way lies on, in square units about. */
function along({ from, to }: Way, box: Box): number {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6);
  let inside = 0;
  for (let step = 1; step < steps; step++) {
    const x = from.x + ((to.x - from.x) * step) / steps;
    const y = from.y + ((to.y - from.y) * step) / steps;
    if (x > box.left && x < box.left + box.width && y > box.top && y < box.top + box.height) inside++;
  }
  return inside * 6 * LINE_HEIGHT;
}

const sum = <Item>(items: readonly Item[], of: (item: Item, index: number) => number): number =>
  items.reduce((total, item, index) => total + of(item, index), 0);
