import { asProblem, Problem } from '../problem';

/** Before it is asked again, in seconds; then every time as long as the last. */
const PAUSES = [1, 2, 4, 8, 15, 30];

/** What a person reads meanwhile, beside the button that was pressed. */
export const IN_DOUBT = new Problem(
  0,
  'unknown',
  'On ne sait pas encore si c’est enregistré. La question est reposée toute seule : ne recommencez pas.',
);

interface Doubt {
  /** Nothing is known yet, and it will be asked again. */
  readonly onDoubt: () => void;
  /** False when asking again could do it twice. */
  readonly mayAsk?: () => boolean;
  /** A page before this one has sent it, and heard nothing. */
  readonly askedBefore?: boolean;
}

/**
 * Asks until it is known what became of a write: its repetition key makes it happen once, however often it is asked.
 * @param ask sends the write, always the same
 * @throws Problem as it was refused; or the session was lost, and nothing is known
 */
export async function untilKnown<Result>(
  ask: () => Promise<Result>,
  { onDoubt, mayAsk = () => true, askedBefore = false }: Doubt,
): Promise<Result> {
  let inDoubt = askedBefore;
  for (let tries = 0; ; tries++) {
    try {
      const result = await ask();
      if (!leavesUnknown(result)) return result;
    } catch (error) {
      const problem = asProblem(error);
      // That nothing was recorded is said of the last attempt alone, not of one before it.
      const doubtful = problem.unknown || (inDoubt && (problem.passing || problem.status === 429));
      if (!doubtful || !mayAsk()) throw error;
    }
    inDoubt = true;
    onDoubt();
    const seconds = PAUSES[Math.min(tries, PAUSES.length - 1)]!;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

/** An answer about many things, one of which nobody knows. */
export function leavesUnknown(answer: unknown): boolean {
  const { outcomes } = (answer ?? {}) as { outcomes?: unknown };
  return Array.isArray(outcomes) && outcomes.some((one: { code?: unknown } | null) => one?.code === 'server.unknown');
}
