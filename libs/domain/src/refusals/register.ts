export interface RefusalWords {
  readonly status: number;
  /** What, why, and what is possible now, for the person. Its blanks are filled from the refusal's detail. */
  readonly sentence: string;
}

/** Code → HTTP status and French sentence: each domain keeps its own beside its rules, `refusals.ts` puts them together. */
export type RefusalRegister = Readonly<Record<string, RefusalWords>>;

/** What a blank of a sentence is filled from: `{missing}` and `{total}` are sums of money, `{from}` an ISO date, `{state}` the word of a state, `{device}` a label or a serial number, `{devices}` how many. */
export interface Blanks {
  missing: { missingCents: number };
  total: { totalCents: number };
  from: { from: string };
  state: { state: string };
  device: { device: string };
  devices: { devices: number };
}

type BlankIn<Sentence extends string> = Sentence extends `${string}{${infer Blank}}${infer Rest}`
  ? Blank | BlankIn<Rest>
  : never;

type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

type FilledFrom<Blank extends string> = Blank extends keyof Blanks ? Blanks[Blank] : { blankThatNothingFills: Blank };

/** The codes of a register whose sentence stands without any detail. */
export type PlainCode<Register extends RefusalRegister> = {
  [Code in keyof Register]: [BlankIn<Register[Code]['sentence']>] extends [never] ? Code : never;
}[keyof Register];

/** What the sentence of a code cannot be said without, for the codes that have blanks. */
export type NeededBy<Register extends RefusalRegister> = {
  [Code in Exclude<keyof Register, PlainCode<Register>>]: Together<FilledFrom<BlankIn<Register[Code]['sentence']>>>;
};

/**
 * A refusal as a rule gives it, with what its sentence needs. The word of the object's state is left out: whoever asked
 * the rule knows it.
 */
export type Judged<Register extends RefusalRegister, Action extends string> =
  | { code: PlainCode<Register> }
  | {
      [Code in keyof NeededBy<Register>]: {
        code: Code;
        /** What is possible instead, for a refusal by state. */
        possible?: readonly Action[];
      } & Omit<NeededBy<Register>[Code], 'state'>;
    }[keyof NeededBy<Register>];
