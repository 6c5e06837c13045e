import {
  euros,
  french,
  frenchDay,
  REFUSALS,
  type Blanks,
  type JudgedRefusal,
  type PlainRefusal,
  type Refusal,
  type RefusalNeeds,
  type StateWord,
} from '@parc/domain';

export interface FieldProblem {
  /** Path in the body: "lines.0.quantity". */
  name: string;
  code: string;
  /** French, beside the field. */
  message: string;
}

export interface RefusalDetail {
  missingCents?: number;
  /** What it is now, where another total was seen. */
  totalCents?: number;
  from?: string;
  /** Word of the state that refuses. */
  state?: string;
  possible?: readonly string[];
  fields?: FieldProblem[];
  retryAfterSeconds?: number;
  /** The sentence itself, where this reader needs other words than the code's. */
  title?: string;
  [extra: string]: unknown;
}

type OwnSentence = RefusalDetail & { title: string };

/** A code with the detail its sentence needs, or with a sentence of its own. */
export type Refusing =
  | [code: PlainRefusal, detail?: RefusalDetail]
  | [code: keyof RefusalNeeds, detail: OwnSentence]
  | {
      [Code in keyof RefusalNeeds]: [code: Code, detail: RefusalDetail & RefusalNeeds[Code]];
    }[keyof RefusalNeeds];

/** A refusal on its way to the person: the filter makes a problem document of it (RFC 9457). */
export class Refused extends Error {
  readonly code: Refusal;
  readonly detail: RefusalDetail;

  constructor(...[code, detail]: Refusing) {
    super(code);
    this.code = code;
    this.detail = detail ?? {};
  }

  /**
   * What a table of moves refused.
   * @param state the word of the state that the object is in: the one detail that the table's rules leave to who asks them
   */
  static inState({ code, ...detail }: JudgedRefusal, state: StateWord): Refused {
    // The rule has given what the code needs, but for the state.
    return new Refused(...([code, { ...detail, state }] as Refusing));
  }

  get status(): number {
    return REFUSALS[this.code].status;
  }
}

const FILL: { [Blank in keyof Blanks]: (detail: Blanks[Blank]) => string } = {
  missing: ({ missingCents }) => euros(missingCents),
  total: ({ totalCents }) => euros(totalCents),
  from: ({ from }) => frenchDay(from),
  state: ({ state }) => state,
  device: ({ device }) => device,
  devices: ({ devices }) => `${devices} ${devices === 1 ? 'appareil' : 'appareils'}`,
};

/** The sentence a person reads, its figures filled in. */
export function refusalSentence({ code, detail }: Pick<Refused, 'code' | 'detail'>): string {
  const filled = REFUSALS[code].sentence.replace(/\{(\w+)\}/g, (_, blank: keyof Blanks) =>
    FILL[blank](detail as never),
  );
  return french(detail.title ?? filled);
}

/** What is sent for it, always as `application/problem+json`. */
export function problemDocument(refused: Refused): Record<string, unknown> {
  return {
    ...refused.detail,
    type: 'about:blank',
    status: refused.status,
    code: refused.code,
    title: refusalSentence(refused),
  };
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
