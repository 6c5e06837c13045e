import { describe, expect, it } from '@jest/globals';
import { type Label, labelBox, PILL, placedLabels, placedPills } from './round-labels';

const stop = (place: string, x: number, y: number) => ({ place, x, y });
const WIDTH = 420;
const HEIGHT = 340;
/** A day in two valleys: seven schools, two of one commune, names longer than the way between them. */
const DAY = [
  stop('Andrézieux-Bouthéon', 57, 93),
  stop('Saint-Étienne', 235, 245),
  stop('Saint-Chamond', 370, 212),
  stop('Andrézieux-Bouthéon', 48, 136),
  stop('La Tour-en-Jarez', 216, 175),
  stop('La Talaudière', 259, 189),
  stop('Saint-Héand', 187, 100),
];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const around = (x: number, y: number, width: number, height: number): Box => ({
  ...{ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 },
});
/** As our face draws it at 14 px: 7 px a letter, 10 above its foot, 3 below. */
function words({ place, x, y }: (typeof DAY)[number], label: Label): Box {
  const width = place.length * 7;
  const left = x + label.x - { start: 0, middle: width / 2, end: width }[label.anchor];
  return { left, right: left + width, top: y + label.y - 10, bottom: y + label.y + 3 };
}
const touch = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

describe('the words of a drawn round', () => {
  const ways = DAY.slice(1).map((to, index) => ({ from: DAY[index]!, to }));
  const labels = placedLabels(DAY, { width: WIDTH, height: HEIGHT, ways, told: ways });
  const pills = placedPills(ways, DAY, labels).filter((spot) => spot !== null);
  const names = DAY.map((one, index) => words(one, labels[index]!));
  const minutes = pills.map(({ x, y }) => around(x, y, PILL.width, PILL.height));
  const marks = DAY.map(({ x, y }) => around(x, y, 28, 28));

  it('say every name, and the minutes of the ways that have room for them', () => {
    expect(labels).toHaveLength(DAY.length);
    expect(pills.length).toBeGreaterThanOrEqual(2);
  });

  it('lie on none of each other, on no mark, and stay inside', () => {
    const all = [...names, ...minutes, ...marks];
    const touching = all.flatMap((one, index) => all.slice(index + 1).filter((other) => touch(one, other)));
    expect(touching).toEqual([]);
    for (const { left, right, top, bottom } of names) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(WIDTH);
      expect(bottom).toBeLessThanOrEqual(HEIGHT);
    }
  });

  it('lie each on a ground as large as they are, so that no way is read through them', () => {
    for (const [index, name] of names.entries()) {
      const { left, top, width, height } = labelBox(DAY[index]!, labels[index]!);
      const isCovered =
        left <= name.left && left + width >= name.right && top <= name.top && top + height >= name.bottom;
      expect([DAY[index]!.place, isCovered]).toEqual([DAY[index]!.place, true]);
    }
  });

  it('stand beside the mark where nothing is in the way', () => {
    const alone = placedLabels([stop('Firminy', 60, 100)], { width: WIDTH, height: HEIGHT, ways: [], told: [] });
    expect(alone).toEqual([{ anchor: 'start', x: 20, y: 5 }]);
  });

  it('say no minutes where every place on the way is taken', () => {
    const near = [stop('Unieux', 100, 100), stop('Unieux', 140, 100)];
    const beside: Label = { anchor: 'start', x: 20, y: 5 };
    expect(placedPills([{ from: near[0]!, to: near[1]! }], near, [beside, beside])).toEqual([null]);
  });
});
