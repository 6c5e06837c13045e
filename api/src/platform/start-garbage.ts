import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After the first requests, so that nobody who waits for the server waits for this. */
const AFTER_MILLISECONDS = 1_000;

/**
 * A start leaves 18 MB of garbage in the old generation, which is kept until much has grown beside it: it is given back once,
 * by a collection in about a tenth of a second. @returns the timer, which keeps no process alive
 */
export function collectAfterStart(): NodeJS.Timeout {
  return setTimeout(() => {
    // Node hands out its collector in a context that is made after the flag.
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as (how: { type: string; execution: string; flavor: string }) => void;
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }, AFTER_MILLISECONDS).unref();
}
