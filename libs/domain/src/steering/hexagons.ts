/** A place on the ground, in degrees. */
export interface GroundPlace {
  readonly id: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A cell of a map of hexagons that stand on a point: odd rows are half a cell to the right. */
export interface HexagonCell {
  readonly id: string;
  readonly column: number;
  readonly row: number;
}

/** How much larger than its places the map is: room for each near where it lies. */
const ROOM = 1.5;
/** Of a hexagon that is one wide: from one row to the next. */
export const ROW_HEIGHT = Math.sqrt(3) / 2;

/** The middle of a cell, in widths of a hexagon. */
export const middleOf = ({ column, row }: Omit<HexagonCell, 'id'>): { x: number; y: number } => ({
  x: column + (row % 2 === 0 ? 0 : 0.5),
  y: row * ROW_HEIGHT,
});

/**
 * A hexagon for each place, near where it lies, no two on one: the same places always come to the same map. The crowded middle
 * is set first, so that the rim gives way. Columns and rows count from 0, the first at the north-west.
 */
export function hexagonsOf(places: readonly GroundPlace[]): readonly HexagonCell[] {
  if (places.length === 0) return [];
  const ground = flattened(places);
  const [width, height] = [extent(ground.map(({ x }) => x)), extent(ground.map(({ y }) => y))];
  // One hexagon of width w covers w² · √3/2.
  const size = Math.sqrt((Math.max(width * height, 1e-9) * ROOM) / (places.length * ROW_HEIGHT)) || 1;
  const [middleX, middleY] = [mean(ground.map(({ x }) => x)), mean(ground.map(({ y }) => y))];
  const fromMiddle = ({ x, y }: Flat) => Math.hypot(x - middleX, y - middleY);
  const inOrder = [...ground].sort((one, other) => fromMiddle(one) - fromMiddle(other) || (one.id < other.id ? -1 : 1));
  const taken = new Set<string>();
  const cells = inOrder.map((place) => {
    const cell = nearestFree(place.x / size, place.y / size, taken);
    taken.add(keyOf(cell));
    return { id: place.id, ...cell };
  });
  return fromZero(cells, places);
}

interface Flat {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}
type Cell = Omit<HexagonCell, 'id'>;

/** Degrees as lengths of one scale, y to the south. */
function flattened(places: readonly GroundPlace[]): readonly Flat[] {
  const shrink = Math.cos((mean(places.map(({ latitude }) => latitude)) * Math.PI) / 180);
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
  return places.map(({ id, latitude, longitude }) => ({ id, x: rounded(longitude * shrink), y: rounded(-latitude) }));
}

function nearestFree(x: number, y: number, taken: ReadonlySet<string>): Cell {
  const row = Math.round(y / ROW_HEIGHT);
  const column = Math.round(x);
  // What lies farther than a ring is never nearer than the ring itself: one more is looked at than the first free one.
  for (let ring = 1; ; ring++) {
    const near = around(column, row, ring).filter((cell) => !taken.has(keyOf(cell)));
    const [best] = near.sort((one, other) => away(one, x, y) - away(other, x, y) || order(one, other));
    if (best !== undefined && away(best, x, y) <= (ring - 0.5) * ROW_HEIGHT) return best;
    if (best !== undefined && ring > 1) return best;
  }
}

function around(column: number, row: number, ring: number): Cell[] {
  const steps = Array.from({ length: 2 * ring + 1 }, (_, step) => step - ring);
  return steps.flatMap((down) => steps.map((right) => ({ column: column + right, row: row + down })));
}

function away(cell: Cell, x: number, y: number): number {
  const middle = middleOf({ column: cell.column, row: Math.abs(cell.row) % 2 });
  return Math.hypot(middle.x - x, cell.row * ROW_HEIGHT - y);
}

/** The map's corner is its first cell; rows keep their parity, for their half step to the right stays where it was. */
function fromZero(cells: readonly HexagonCell[], places: readonly GroundPlace[]): readonly HexagonCell[] {
  const top = Math.min(...cells.map(({ row }) => row));
  const left = Math.min(...cells.map(({ column }) => column));
  const isOdd = Math.abs(top) % 2 === 1;
  const moved = new Map(
    cells.map(({ id, column, row }) => [
      id,
      // An odd first row becomes an even one: those that were not to the right lose half a step to it.
      { id, column: column - left + (isOdd && Math.abs(row) % 2 === 1 ? 1 : 0), row: row - top },
    ]),
  );
  return places.map(({ id }) => moved.get(id)!);
}

const keyOf = ({ column, row }: Cell) => `${column} ${row}`;
const order = (one: Cell, other: Cell) => one.row - other.row || one.column - other.column;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const extent = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
