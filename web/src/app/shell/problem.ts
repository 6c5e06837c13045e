import { HttpErrorResponse } from '@angular/common/http';

export interface ProblemField {
  /** Path of the property in the request, for instance "lines.0.quantity". */
  readonly name: string;
  readonly code: string;
  /** French sentence to show beside the field. */
  readonly message: string;
}

/**
 * A refusal of the API (RFC 9457) as screens use it. `status` is 0 when the network did not answer; `code` is for the
 * program alone; `sentence` is what the person reads: what, why, and what is possible now.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: string,
    readonly fields: readonly ProblemField[] = [],
    /** How much money is missing, integer cents; null when money is not the reason. */
    readonly missingCents: number | null = null,
    /** The total as it is now, integer cents, where another one was seen; null when that is not the reason. */
    readonly totalCents: number | null = null,
  ) {
    super(sentence);
  }

  /** Which panel says it where a page or a list has nothing else to show. */
  get panel(): 'offline' | 'failed' {
    return this.status === 0 ? 'offline' : 'failed';
  }

  /** True when somebody has changed the object since it was read: it is read again before anything is tried again. */
  get stale(): boolean {
    return this.code === 'version.stale';
  }

  /** True when nobody knows whether what was asked is recorded: the answer was lost on its way, or PostgreSQL's was. */
  get unknown(): boolean {
    return (
      this.code === 'network' || this.code === 'server.unknown' || (this.code === 'unexpected' && this.status >= 500)
    );
  }

  /** True when trying the same thing again may work: no network, or a server that could not answer. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

const OFFLINE = new Problem(
  0,
  'network',
  'Le réseau ne répond pas. Vos saisies sont gardées : réessayez dans un instant.',
);

/** Whatever was thrown, as a Problem with sentences that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof HttpErrorResponse)) return unexpected(0);
  if (error.status === 0) return OFFLINE;
  return fromDocument(error.status, error.error) ?? unexpected(error.status);
}

function fromDocument(status: number, body: unknown): Problem | null {
  const document = typeof body === 'string' ? parsed(body) : body;
  if (typeof document !== 'object' || document === null) return null;
  const { code, title, detail, fields, missingCents, totalCents } = document as Record<string, unknown>;
  if (typeof code !== 'string' || typeof title !== 'string') return null;
  return new Problem(
    status,
    code,
    typeof detail === 'string' && detail !== '' ? detail : title,
    Array.isArray(fields) ? fields.filter(isField) : [],
    typeof missingCents === 'number' ? missingCents : null,
    typeof totalCents === 'number' ? totalCents : null,
  );
}

/** A file or a text was asked for, so a refusal arrives as text. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function isField(field: unknown): field is ProblemField {
  const { name, message } = (field ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && typeof message === 'string';
}

function unexpected(status: number): Problem {
  return new Problem(
    status,
    'unexpected',
    'Le serveur n’a pas pu répondre. Réessayez dans un instant ; si cela dure, prévenez la gestion du plan.',
  );
}
