/**
 * Why the application cannot start, in one sentence a person can act upon (French). The entry points print the sentence
 * alone, without a stack, and end with a non-zero code; any other error is a fault of ours and keeps its stack.
 */
export class StartRefusal extends Error {
  override name = 'StartRefusal';
}

/** The text of anything that was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}

/** Runs an entry point: a refusal becomes one line on the error stream and exit code 1. */
export async function runEntryPoint(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
