import { euros, french, frenchDay, REFUSALS, type Refusal } from '@parc/domain';

export interface FieldProblem {
  /** Path in the body: "lines.0.quantity". */
  name: string;
  code: string;
  /** French, beside the field. */
  message: string;
}

export interface RefusalDetail {
  missingCents?: number;
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

/** A refusal on its way to the person: the filter makes a problem document of it (RFC 9457). */
export class Refused extends Error {
  constructor(
    readonly code: Refusal,
    readonly detail: RefusalDetail = {},
  ) {
    super(code);
  }

  get status(): number {
    return REFUSALS[this.code].status;
  }
}

/** The sentence a person reads, its figures filled in. */
export function refusalSentence(code: Refusal, detail: RefusalDetail = {}): string {
  return french(
    (detail.title ?? REFUSALS[code].sentence)
      .replace('{missing}', detail.missingCents === undefined ? 'de l’argent' : euros(detail.missingCents))
      .replace('{from}', detail.from ? frenchDay(detail.from) : '')
      .replace('{state}', detail.state ?? ''),
  );
}
