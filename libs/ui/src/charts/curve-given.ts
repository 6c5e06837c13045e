export interface CurvePoint {
  /** ISO day. */
  readonly day: string;
  /** Null: nothing is known, and nothing is drawn. */
  readonly value: number | null;
}

export interface CurveTarget {
  readonly value: number;
  /** Null: it holds from now on. */
  readonly by: string | null;
  /** « cible 75 % » */
  readonly word: string;
  /** « juin 2027 » */
  readonly byWord: string;
}

export interface CurveEvent {
  readonly day: string;
  readonly word: string;
  /** « janv. 2026 » */
  readonly dayWord: string;
}

export interface CurveGiven {
  readonly points: readonly CurvePoint[];
  readonly target: CurveTarget | null;
  readonly events: readonly CurveEvent[];
  /** Another curve of the same figure, told apart by its dashes. */
  readonly other: { readonly points: readonly CurvePoint[]; readonly word: string } | null;
  /** A value in words: « 71 % ». */
  readonly inWords: (value: number) => string;
}
