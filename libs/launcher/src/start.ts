import { dirname, join } from 'node:path';
import { startApi, waitForHealth, type ApiProcess } from './api-process.ts';
import { build, builds, staleParts } from './build.ts';
import { prepareDemonstration } from './demonstration.ts';
import { checkGivenDatabase } from './given-database.ts';
import { keptSecret } from './kept-secret.ts';
import { portFault } from './ports.ts';
import { embeddedFolders, startEmbeddedPostgres, type EmbeddedPostgres } from './postgres.ts';
import { runEntryPoint, StartRefusal } from './refusal.ts';
import { takeFolder } from './run-record.ts';
import { readLaunchSettings, type LaunchSettings } from './settings.ts';

const repository = join(import.meta.dirname, '../../..');

/** What was started, in order; stopped the other way round. */
interface Running {
  api?: ApiProcess;
  database?: EmbeddedPostgres;
  leave?: () => void;
}

/** `npm start`: from sources to a running application, until it is told to stop. */
async function start(): Promise<void> {
  const begin = performance.now();
  const settings = readLaunchSettings(process.env);
  const running: Running = {};
  const asked = stopSignal(running);
  try {
    const folder = await takeFolder(join(repository, '.data/run.json'), settings.port);
    running.leave = folder.leave;
    await refuseTakenPort(settings);
    if (settings.databaseUrl !== null) await checkGivenDatabase(settings.databaseUrl);
    await buildWhatIsStale();
    if (asked.stopped) return;
    const databaseUrl = settings.databaseUrl ?? (await startDatabase(running));
    if (asked.stopped) return;
    const readIn = () => {
      const launched = launchApi(settings, databaseUrl);
      running.api = launched;
      folder.setApi(launched.processId);
      return launched;
    };
    const api = settings.demonstration === 'on' ? await prepared(databaseUrl, readIn) : readIn();
    if (settings.demonstration !== 'on') api.open();
    if (asked.stopped) return;
    await Promise.race([waitForHealth(`http://${nearHost(settings.host)}:${settings.port}`, api), asked.promise]);
    if (asked.stopped) return;
    const seconds = ((performance.now() - begin) / 1000).toFixed(1).replace('.', ',');
    say(`Parc École est prêt (${seconds} s)\u202f: ${settings.publicUrl}`);
    await Promise.race([asked.promise, refuseSuddenEnd(api, asked)]);
  } catch (error) {
    // A Ctrl-C while something was still starting makes that something fail: that is no fault to tell.
    if (!asked.stopped) throw error;
  } finally {
    await stopAll(running);
    asked.forget();
  }
}

async function stopAll(running: Running): Promise<void> {
  await running.api?.stop();
  await running.database?.stop();
  running.leave?.();
}

async function refuseSuddenEnd(api: ApiProcess, asked: { stopped: boolean }): Promise<void> {
  const code = await api.ended;
  if (!asked.stopped) throw new StartRefusal(`L'application s'est arrêtée d'elle-même (code ${code}).`);
}

async function refuseTakenPort({ host, port }: LaunchSettings): Promise<void> {
  const fault = await portFault(port, host);
  if (fault === null) return;
  const other = port === 3001 ? 3002 : 3001;
  if (fault.code === 'EADDRINUSE') {
    throw new StartRefusal(
      `Le port ${port} est déjà pris\u202f: choisissez-en un autre, par exemple PORT=${other} npm start`,
    );
  }
  throw new StartRefusal(`Le port ${port} ne peut être ouvert (${fault.code ?? fault.message}).`);
}

/** From this machine, an application that listens on every address is asked on the loopback one. */
function nearHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function buildWhatIsStale(): Promise<void> {
  const stale = staleParts(repository);
  if (stale.length === 0) return;
  say("Construction de l'application, une à deux minutes la première fois…");
  await build(repository, stale);
}

/** While the plan is written into the database half of the machine has nothing to do: the application is read in meanwhile. */
async function prepared(databaseUrl: string, readIn: () => ApiProcess): Promise<ApiProcess> {
  let api: ApiProcess | undefined;
  await prepareDemonstration(repository, databaseUrl, {
    migrated: () => (api = readIn()),
    loaded: () => api!.open(),
  });
  return api!;
}

async function startDatabase(running: Running): Promise<string> {
  const database = await startEmbeddedPostgres(embeddedFolders(repository));
  running.database = database;
  return database.url;
}

function launchApi(settings: LaunchSettings, databaseUrl: string): ApiProcess {
  return startApi({
    entry: join(repository, builds.api.product),
    folder: repository,
    whenTold: true,
    environment: {
      DATABASE_URL: databaseUrl,
      PORT: String(settings.port),
      DEMO: settings.demonstration,
      PUBLIC_URL: settings.publicUrl,
      // What is sealed or signed today is still read after the next start.
      SECRET_KEY: process.env['SECRET_KEY'] || keptSecret(join(repository, '.data/secret-key')),
      WEB_ROOT: join(repository, dirname(builds.web.product)),
    },
  });
}

/**
 * The first signal stops in order; a later one does not wait for the API. Ctrl-C in a terminal reaches us twice, once
 * from the terminal and once through npm: what follows within a second is the same wish.
 */
function stopSignal(running: Running) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const asked = { stopped: false, promise: Promise.resolve(), forget: () => undefined as void };
  asked.promise = new Promise<void>((resolve) => {
    let first = 0;
    const heard = () => {
      if (asked.stopped) {
        if (performance.now() - first > 1000) running.api?.kill();
        return;
      }
      first = performance.now();
      asked.stopped = true;
      say('Arrêt…');
      resolve();
    };
    for (const signal of signals) process.on(signal, heard);
    asked.forget = () => signals.forEach((signal) => process.off(signal, heard));
  });
  return asked;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

await runEntryPoint(start);
