import { frenchNumber } from '@parc/domain';

const ARTICLES = /^(?:la|le|les|l)$/i;
const SAINTS = /^(?:saint|sainte)$/i;

/** Three letters for each commune, as a hexagon has room: « SGa » for Saint-Galmier. No two are the same. */
export function shortNames(communes: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { id, name } of communes) {
    const short = candidates(name).find((word) => !taken.has(word)) ?? name.slice(0, 3);
    taken.add(short);
    names.set(id, short);
  }
  return names;
}

function candidates(name: string): string[] {
  const words = name.split(/[\s’'-]+/u).filter((word) => word !== '' && !ARTICLES.test(word));
  const [first = name, second] = words;
  const isSaint = SAINTS.test(first) && second !== undefined;
  const base = isSaint ? second : first;
  const lead = isSaint ? 'S' : '';
  const letters = [...base];
  const own = letters.slice(1).map((letter) => letter.toLowerCase());
  const start = letters[0]!.toUpperCase();
  const room = lead === '' ? 2 : 1;
  const inOrder = own.flatMap((one, place) => (room === 1 ? [one] : own.slice(place + 1).map((other) => one + other)));
  const last = words.at(-1)!;
  const paired =
    words.length > 1 ? [`${lead || start}${last.charAt(0).toUpperCase()}${last.charAt(1).toLowerCase()}`] : [];
  return [...inOrder.slice(0, 1), ...paired, ...inOrder.slice(1)].map((tail) =>
    tail.length === 3 || tail.startsWith(lead || start) ? tail : `${lead}${start}${tail}`,
  );
}

/** A step of the map: what lies in it. */
export interface MapStep {
  readonly from: number;
  readonly word: string;
}

/** Five steps of about as many communes each, at round numbers; fewer where values lie close. */
export function mapSteps(values: readonly number[]): readonly MapStep[] {
  const sorted = [...values].sort((one, other) => one - other);
  if (sorted.length === 0) return [];
  const whole = sorted.at(-1)! - sorted[0]! >= 8;
  const rounded = (value: number) => (whole ? Math.round(value) : Math.round(value * 10) / 10);
  const bounds = [0.2, 0.4, 0.6, 0.8].map((part) => rounded(sorted[Math.floor(part * (sorted.length - 1))]!));
  const apart = [...new Set(bounds)].filter((bound) => bound > sorted[0]!);
  const text = (value: number) => frenchNumber(value, whole ? 0 : 1);
  return [Number.NEGATIVE_INFINITY, ...apart].map((from, place, all) => {
    const next = all[place + 1];
    if (next === undefined) return { from, word: place === 0 ? 'toutes' : `${text(from)} et plus` };
    return { from, word: place === 0 ? `moins de ${text(next)}` : `${text(from)} à ${text(next)}` };
  });
}

/** Which of five colours a value has, 1 to 5: the darkest for the highest, whatever the number of steps. */
export function mapColour(value: number, steps: readonly MapStep[]): number {
  const place = steps.filter(({ from }) => value >= from).length;
  return steps.length <= 1 ? 3 : Math.round(1 + ((place - 1) * 4) / (steps.length - 1));
}
