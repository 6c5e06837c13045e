import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { QueryFailedError } from 'typeorm';
import { FAULTS, type Fault } from '../../src/platform/http/problem.filter.js';

const thrownBy = new WeakMap<IncomingMessage, unknown>();

/** People are told nothing of the inside; a test that receives a 5xx is told what was thrown. */
subscribe(FAULTS, (message) => {
  const { request, thrown } = message as Fault;
  thrownBy.set(request.raw, thrown);
});

/** What was thrown while this request was answered, with the statement where it came from one. */
export function causeOf(request: IncomingMessage): unknown {
  const thrown = thrownBy.get(request);
  if (!(thrown instanceof QueryFailedError)) return thrown;
  return new Error(`${thrown.message} in: ${thrown.query.replace(/\s+/g, ' ').slice(0, 1000)}`, { cause: thrown });
}
