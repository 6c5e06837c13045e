import { join } from 'node:path';
import { build, staleParts } from './build.ts';
import { runEntryPoint } from './refusal.ts';

const repository = join(import.meta.dirname, '../../..');

/** `npm run build`: makes what is missing or older than its sources. */
await runEntryPoint(async () => {
  const stale = staleParts(repository);
  await build(repository, stale);
  process.stdout.write(`${stale.length > 0 ? `Built: ${stale.join(', ')}` : 'Everything is up to date'}\n`);
});
