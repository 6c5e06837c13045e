import { plainText, searchText } from '../../directory/plain-text.js';
import type { FleetRow } from './fleet-rows.js';

export interface FleetSchool {
  id: string;
  /** Every code that it has, or has had. */
  uais: readonly string[];
  name: string;
  communeName: string;
}

export interface FleetStock {
  id: string;
  name: string;
}

/** Where a device is: on a shelf, or in a school, in the room that the list names; null: it names none. */
export type FleetPlace =
  | { readonly stockPlaceId: string }
  | { readonly schoolId: string; readonly roomId: string | null; readonly roomText: string | null };

/** What somebody decided about a word. */
export type PlaceDecision =
  | { readonly leftOut: true }
  | { readonly stockPlaceId: string }
  | { readonly schoolId: string; readonly roomId: string | null };

export type PlaceReading =
  | { readonly found: FleetPlace; readonly text: string; readonly decided: boolean }
  | { readonly leftOut: true; readonly text: string }
  /** Nobody can tell without a person: of this part of the path. */
  | { readonly unknown: true; readonly text: string };

/** The text of a part of a path, as it is shown; `placeWord` is how it is remembered. */
const textOf = (path: readonly string[]): string => path.join(' > ');
export const fleetWord = (text: string): string => plainText(text);

const UAI = /\b(\d{7}[A-Z])\b/;
/** Words that a list adds or leaves out without meaning another school. */
const COMMON = /\b(ecoles?|publique|public|privee|prive|scolaire|groupe|de|des|du|d|la|le|les|l)\b/g;
const bare = (text: string): string => searchText(text).replace(COMMON, ' ').replace(/\s+/g, ' ').trim();

/** Finds schools and stock places by what lists call them: by UAI, by name without accents, by commune and name. */
export class FleetPlaces {
  private readonly byUai = new Map<string, string>();
  private readonly byName = new Map<string, FleetSchool[]>();
  private readonly communes = new Set<string>();
  /** Many devices stand in one place. */
  private readonly readings = new Map<string, PlaceReading>();
  private readonly stocks: ReadonlyMap<string, string>;

  /**
   * @param decided by the word of a part of a path
   * @param roomsApart the list says schools in one column and rooms in another
   */
  constructor(
    schools: readonly FleetSchool[],
    stocks: readonly FleetStock[],
    private readonly decided: ReadonlyMap<string, PlaceDecision>,
    private readonly roomsApart = false,
  ) {
    this.stocks = new Map(stocks.map(({ id, name }) => [plainText(name), id]));
    for (const school of schools) {
      for (const uai of school.uais) this.byUai.set(uai, school.id);
      this.communes.add(searchText(school.communeName));
      for (const name of new Set([`=${searchText(school.name)}`, bare(school.name)]))
        this.byName.set(name, [...(this.byName.get(name) ?? []), school]);
    }
  }

  find({ path, ofPlace }: Pick<FleetRow, 'path' | 'ofPlace'>): PlaceReading {
    const key = `${ofPlace} ${textOf(path)}`;
    const read = this.readings.get(key) ?? this.read(path, ofPlace);
    this.readings.set(key, read);
    return read;
  }

  private read(path: readonly string[], ofPlace: number): PlaceReading {
    return (
      this.remembered(path) ??
      this.recognised(path) ?? { unknown: true, text: textOf(path.slice(0, this.asked(path, ofPlace))) }
    );
  }

  /** The longest beginning of the path that somebody decided about. */
  private remembered(path: readonly string[]): PlaceReading | null {
    for (let end = path.length; end > 0 || (end === 0 && path.length === 0); end -= 1) {
      const text = textOf(path.slice(0, end));
      const decision = this.decided.get(fleetWord(text));
      if (decision === undefined) continue;
      if ('leftOut' in decision) return { leftOut: true, text };
      if ('stockPlaceId' in decision) return { found: decision, text, decided: true };
      const roomText = textOf(path.slice(end)) || null;
      return {
        found: { ...decision, roomId: roomText === null ? decision.roomId : null, roomText },
        text,
        decided: true,
      };
    }
    return null;
  }

  private recognised(path: readonly string[]): PlaceReading | null {
    for (let index = path.length - 1; index >= 0; index -= 1) {
      const schoolId = this.schoolNamed(path[index]!, path.slice(0, index));
      if (schoolId === null) continue;
      const roomText = textOf(path.slice(index + 1)) || null;
      return { found: { schoolId, roomId: null, roomText }, text: textOf(path.slice(0, index + 1)), decided: false };
    }
    const stockPlaceId = this.stocks.get(plainText(path.at(-1) ?? '')) ?? this.stocks.get(plainText(path.at(-2) ?? ''));
    return stockPlaceId === undefined ? null : { found: { stockPlaceId }, text: textOf(path), decided: false };
  }

  private schoolNamed(part: string, before: readonly string[]): string | null {
    const uai = UAI.exec(part.toUpperCase())?.[1];
    if (uai !== undefined && this.byUai.has(uai)) return this.byUai.get(uai)!;
    const commune =
      before
        .map(searchText)
        .filter((text) => this.communes.has(text))
        .at(-1) ?? null;
    for (const name of [`=${searchText(part)}`, bare(part)]) {
      if (name === '' || name === '=') continue;
      const there = (this.byName.get(name) ?? []).filter(
        ({ communeName }) => commune === null || searchText(communeName) === commune,
      );
      const ids = new Set(there.map(({ id }) => id));
      // Two schools of one name: the list does not say which.
      if (ids.size === 1) return there[0]!.id;
      if (ids.size > 1) return null;
    }
    return this.communeAndName(part);
  }

  /** « Firminy école du Mail », « École du Mail (Firminy) », « Firminy - École du Mail ». */
  private communeAndName(part: string): string | null {
    const words = searchText(part);
    for (const commune of this.communes) {
      const begins = words.startsWith(`${commune} `);
      if (!begins && !words.endsWith(` ${commune}`)) continue;
      const rest = begins ? words.slice(commune.length + 1) : words.slice(0, -commune.length - 1);
      const there = (this.byName.get(bare(rest)) ?? []).filter(
        ({ communeName }) => searchText(communeName) === commune,
      );
      if (there.length === 1) return there[0]!.id;
    }
    return null;
  }

  /** How much of an unknown path is decided about at once: without its room, where what is before may be a school. */
  private asked(path: readonly string[], ofPlace: number): number {
    const rooms = this.roomsApart ? ofPlace : ofPlace < 2 ? 0 : 1;
    const before = path.at(-rooms - 1);
    return before === undefined || this.communes.has(searchText(before)) ? path.length : path.length - rooms;
  }
}
