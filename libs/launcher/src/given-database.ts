import { Client } from 'pg';
import { messageOf, StartRefusal } from './refusal.ts';

const oldestVersion = 18;

/** Refuses a given database that does not answer, or is older than PostgreSQL 18 (uuidv7() and others are needed). */
export async function checkGivenDatabase(url: string, limitMilliseconds = 5_000): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: limitMilliseconds });
  // An answer that comes after the refusal must not end the process by itself.
  client.on('error', () => undefined);
  let versionNumber: number;
  try {
    await client.connect();
    const answer = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    versionNumber = Number(answer.rows[0]?.server_version_num);
  } catch (error) {
    throw new StartRefusal(`La base de données ${placeOf(url)} ne répond pas (${messageOf(error)}).`);
  } finally {
    await client.end().catch(() => undefined);
  }
  refuseOldVersion(versionNumber, placeOf(url));
}

/** `versionNumber` as PostgreSQL prints it: 180004 for 18.4. */
export function refuseOldVersion(versionNumber: number, place: string): void {
  const version = Math.floor(versionNumber / 10_000);
  if (version >= oldestVersion) return;
  throw new StartRefusal(
    `La base de données ${place} est en PostgreSQL ${version}\u202f: la version ${oldestVersion} ou une plus récente est nécessaire.`,
  );
}

/** The address without account and password. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}
