import { describe, expect, it } from '@jest/globals';
import { FEWEST_PERSONS, maskedSums, type PersonSum, tellsOfFew } from './masking.js';
import { maskedCells, type PersonCell, type PersonClass } from './person-cells.js';
import { canWorkOut } from './rational-attack.fixture.js';

const sum = (parts: readonly number[], of: readonly number[]): PersonSum & { total: number } => {
  const total = parts.reduce((whole, part) => whole + of[part]!, 0);
  return { parts, total, few: tellsOfFew(total, null) };
};

describe('A sum of persons', () => {
  it('tells of few below five, none included, on either side', () => {
    expect([0, 4, 5].map((done) => tellsOfFew(done, null))).toEqual([true, true, false]);
    expect(tellsOfFew(40, 40)).toBe(true);
    expect(tellsOfFew(36, 40)).toBe(true);
    expect(tellsOfFew(35, 40)).toBe(false);
    // More trained than the rentrée counted: nothing good can be said of those who are not.
    expect(tellsOfFew(12, 10)).toBe(true);
  });

  it('of few is masked, and so is the only other one of its row', () => {
    const of = [30, 3];
    const sums = [sum([0, 1], of), sum([0], of), sum([1], of)];
    expect(maskedSums(sums)).toEqual([false, true, true]);
  });

  it('is shown where nothing of few follows from it', () => {
    const of = [30, 12, 3, 2];
    const sums = [[0, 1, 2, 3], [0], [1], [2], [3], [2, 3]].map((parts) => sum(parts, of));
    // 3 and 2 hide each other, and their sum tells neither.
    expect(maskedSums(sums)).toEqual([false, false, false, true, true, false]);
  });

  it('that repeats one shown is shown', () => {
    const of = [30, 12];
    expect(maskedSums([sum([0, 1], of), sum([0], of), sum([1], of), sum([0, 1], of)])).toEqual(Array(4).fill(false));
  });

  it('is masked where only multiples give it away', () => {
    // a + b, b + c and a + c are shown together: half of their sum, less one of them, is each of the three.
    const of = [4, 4, 4];
    const sums = [sum([0, 1], of), sum([1, 2], of), sum([0, 2], of), ...[0, 1, 2].map((part) => sum([part], of))];
    expect(maskedSums(sums)).toEqual([false, false, true, true, true, true]);
  });
});

/** A table of schools as a plan has them: communes within circonscriptions, two sectors, three networks. */
function randomTable(seed: number) {
  const random = numbersFrom(seed);
  const communes = 8 + random(20);
  const classes: PersonClass[] = [];
  const rows: { num: number; den: number }[] = [];
  for (let school = 0; school < 60; school++) {
    const commune = random(communes);
    const sector = random(4) === 0 ? 'private' : 'public';
    classes.push({
      sector,
      network: ['none', 'none', 'rep', 'rep-plus'][random(4)]!,
      commune: String(commune),
      'public-commune': sector === 'public' ? String(commune) : null,
      circonscription: sector === 'public' ? String(commune % 4) : null,
      body: sector === 'private' ? String(random(6)) : null,
    });
    const den = 2 + random(14);
    rows.push({ den, num: random(3) === 0 ? 0 : random(den + 1) });
  }
  return { classes, rows, cells: cellsOf(classes, rows) };
}

function cellsOf(classes: readonly PersonClass[], rows: readonly { num: number; den: number }[]) {
  const cells = new Map<string, PersonCell & { places: number[] }>();
  classes.forEach((school, place) => {
    const add = (axis: PersonCell['axis'], part: string | null | undefined, sector = '', network = '') => {
      if (part == null) return;
      const key = [axis, part, sector, network].join(' ');
      const { num, den, places } = cells.get(key) ?? { num: 0, den: 0, places: [] };
      const { num: done, den: whole } = rows[place]!;
      cells.set(key, { axis, part, sector, network, num: num! + done, den: den! + whole, places: [...places, place] });
    };
    add('plan', '', '', '');
    add('plan', '', school.sector!, '');
    add('plan', '', '', school.network!);
    add('plan', '', school.sector!, school.network!);
    for (const axis of ['sector', 'network', 'commune', 'public-commune', 'circonscription', 'body'] as const)
      add(axis, school[axis]);
  });
  return [...cells.values()];
}

describe('Cells of persons', () => {
  it.each([1, 2, 3, 4, 5, 6])('let nobody work out a masked one from all that are shown (table %i)', (seed) => {
    const { classes, cells } = randomTable(seed);
    const masked = maskedCells({ reduce: 'ratio' }, cells, classes);
    const shown = cells.filter((cell) => !masked.has(cell)).map(({ places }) => places);
    const few = cells.filter(({ num, den }) => num! < FEWEST_PERSONS || den! - num! < FEWEST_PERSONS);
    expect(few.length).toBeGreaterThan(0);
    expect(shown.length).toBeGreaterThan(8);
    for (const cell of few) expect(masked).toContain(cell);
    for (const { places } of masked as ReadonlySet<(typeof cells)[number]>)
      expect(canWorkOut(places, shown, classes.length)).toBe(false);
  });

  it('would be given away by masking one more in the row of each: circonscriptions and communes cross', () => {
    const given = [1, 2, 3, 4, 5, 6].map((seed) => {
      const { classes, cells } = randomTable(seed);
      const few = cells.filter(({ num, den }) => tellsOfFew(num!, den));
      const masked = new Set(few);
      for (const { axis, sector, network } of few) {
        const row = cells.filter(
          (cell) => cell.axis === axis && cell.sector === sector && cell.network === network && !few.includes(cell),
        );
        if (few.filter((cell) => cell.axis === axis).length === 1 && row[0]) masked.add(row[0]);
      }
      const shown = cells.filter((cell) => !masked.has(cell)).map(({ places }) => places);
      return few.filter(({ places }) => canWorkOut(places, shown, classes.length)).length;
    });
    expect(Math.max(...given)).toBeGreaterThan(0);
  });

  it('are masked in the same way whatever order they come in', () => {
    const { classes, cells } = randomTable(7);
    const one = maskedCells({ reduce: 'ratio' }, cells, classes);
    const other = maskedCells({ reduce: 'ratio' }, [...cells].reverse(), classes);
    expect(new Set(one)).toEqual(new Set(other));
  });

  it('keep the plan’s own figure where it may be told', () => {
    const { classes, cells } = randomTable(8);
    const [plan] = cells.filter(({ axis, sector, network }) => axis === 'plan' && !sector && !network);
    expect(maskedCells({ reduce: 'ratio' }, cells, classes)).not.toContain(plan);
  });
});

/** Whole numbers below one, by a linear congruence. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed * 7_919 + 17;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}
