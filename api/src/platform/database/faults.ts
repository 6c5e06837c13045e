import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';

/** What a failed statement tells: PostgreSQL's condition, or the socket's. */
export interface DatabaseFault {
  code?: string;
  constraint?: string;
  message?: string;
}

/** Conditions with which PostgreSQL itself ends a connection: shut down, crashed, starting, or the wire is broken (class 08). */
const ENDED = /^(57P0[123]|08\w{3})$/;
/** Conditions of the socket. */
const SOCKET = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** `pg` gives these no code. */
const UNCODED =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

/** Between two statements of a transaction TypeORM takes the dead connection away, and tells the next one only that it is gone. */
function isTakenAway(thrown: unknown): boolean {
  return thrown instanceof QueryRunnerAlreadyReleasedError || thrown instanceof QueryRunnerProviderAlreadyReleasedError;
}

/** True when nothing more was heard of a statement: what it has done, the database alone knows. */
export function isConnectionLost(thrown: unknown): boolean {
  if (isTakenAway(thrown)) return true;
  const fault = (thrown instanceof QueryFailedError ? thrown.driverError : thrown) as DatabaseFault | undefined;
  const { code, message } = fault ?? {};
  if (code) return ENDED.test(code) || SOCKET.has(code);
  return typeof message === 'string' && UNCODED.test(message);
}
