import { join } from 'node:path';
import { embeddedFolders, removeEmbeddedPostgres } from './postgres.ts';
import { runEntryPoint, StartRefusal } from './refusal.ts';
import { runningLauncher } from './run-record.ts';

const repository = join(import.meta.dirname, '../../..');

/** `npm run reset`: removes the embedded database, so that the next start begins with an empty one. */
await runEntryPoint(async () => {
  const address = await runningLauncher(join(repository, '.data/run.json'));
  if (address !== null) throw new StartRefusal(`Parc École tourne (${address})\u202f: arrêtez-le d'abord.`);
  const removed = await removeEmbeddedPostgres(embeddedFolders(repository));
  const sentence =
    removed.length > 0 ? `Base embarquée supprimée\u202f: ${removed.join(', ')}` : 'Aucune base embarquée.';
  process.stdout.write(`${sentence}\n`);
});
