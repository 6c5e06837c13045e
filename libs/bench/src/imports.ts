import { memoryMegabytes, processorSeconds } from './house.ts';
import type { Figure } from './rows.ts';

const lookEveryMilliseconds = 50;

/** How long the work took, and how much of it was the API's processor. */
export async function timed<T>(
  processId: number,
  work: () => Promise<T>,
): Promise<{ answer: T; seconds: number; detail: string }> {
  const [begin, processor] = [performance.now(), processorSeconds(processId)];
  const answer = await work();
  const seconds = (performance.now() - begin) / 1000;
  const spent = processorSeconds(processId);
  const detail =
    processor === null || spent === null ? '' : `of which the API's processor ${(spent - processor).toFixed(1)} s`;
  return { answer, seconds, detail };
}

/** Looks at the process' memory as time passes; no figure where the system does not tell. */
export function watchMemory(processId: number, row: string, size: string): { figure(): Figure[]; stop(): void } {
  const before = memoryMegabytes(processId);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most ?? 0, memoryMegabytes(processId) ?? 0)), lookEveryMilliseconds);
  return {
    stop: () => clearInterval(watch),
    figure: () =>
      before === null || most === null
        ? []
        : [
            {
              row,
              size,
              value: most,
              unit: 'MB',
              goal: 300,
              higherIsBetter: false,
              detail: `most the API process held meanwhile; ${before.toFixed(0)} before`,
            },
          ],
  };
}
