import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { dashboardReads } from './dashboards.ts';
import { equipmentImport } from './equipment-import.ts';
import { directoryImport } from './directory-import.ts';
import { firstPage } from './first-page.ts';
import { fleetReads } from './fleet.ts';
import { flood } from './flood.ts';
import { openStage, peakMemoryMegabytes, startHouse, type House } from './house.ts';
import { signInHeads, signInManager } from './people.ts';
import { orderList, schoolHome, statement, type Ground } from './reads.ts';
import { queueSent } from './queue.ts';
import { roundPacket } from './round.ts';
import { printed, type Figure } from './rows.ts';
import { orderSubmission } from './submission.ts';
import { ticketReads, ticketReports } from './tickets.ts';
import { trainingEnrolments, trainingReads } from './trainings.ts';

const repository = join(import.meta.dirname, '../../..');
const asJson = process.argv.includes('--json');

const limitMinutes = 9;

/** Rows to measure, by their names' beginnings; all when none is named. One measurement may give several rows. */
const wanted = process.argv.slice(2).filter((word) => word !== '--json');
const isWanted = (row: string) =>
  wanted.length === 0 || wanted.some((word) => row.startsWith(word) || word.startsWith(row));

/** `npm run bench`: every figure in one run, against a `npm start` of its own that is taken away at the end. */
async function bench(): Promise<void> {
  buildWhatIsStale();
  const stage = openStage(repository);
  const running: { house?: House } = {};
  const leave = async () => {
    await running.house?.stop();
    stage.remove();
  };
  const giveUp = () => void leave().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, giveUp);
  const bell = setTimeout(() => {
    process.stderr.write(
      `The bench has not ended within ${limitMinutes} minutes: the machine is too busy to measure.\n`,
    );
    giveUp();
  }, limitMinutes * 60_000);
  try {
    running.house = await startHouse(stage.folder);
    if (isWanted('first start')) say(firstStart(running.house));
    if (isWanted('warm start')) {
      await running.house.stop();
      running.house = await startHouse(stage.folder);
      say(warmStart(running.house));
    }
    await measure(running.house);
  } finally {
    clearTimeout(bell);
    await leave();
  }
}

async function measure(house: House): Promise<void> {
  const database = new pg.Client({ connectionString: house.databaseUrl });
  // The server leaves first when we are interrupted.
  database.on('error', () => undefined);
  await database.connect();
  try {
    const ground: Ground = {
      house,
      database,
      manager: await signInManager(database),
      heads: await signInHeads(database),
    };
    const rows: Record<string, () => Promise<Figure | Figure[]>> = {
      'first page': () => page(house),
      'order list': () => orderList(ground),
      'school home': () => schoolHome(ground),
      statement: () => statement(ground),
      'order submission': () => orderSubmission(ground),
      'round packet': () => roundPacket(ground),
      'queue sent': () => queueSent(ground),
      'ticket report': () => ticketReports(ground),
      enrolment: () => trainingEnrolments(ground),
      flood: () => flood(ground),
      equipment: () => fleetReads(ground),
      'ticket list': () => ticketReads(ground),
      training: () => trainingReads(ground),
      // After the reads: it adds to the devices that they count.
      'equipment import': () => equipmentImport(ground),
      // Last: it makes another plan of the one that the rows before are about.
      directory: () => directoryImport(ground),
      // After it: it adds schools that nothing else has.
      dashboards: () => dashboardReads(ground),
    };
    for (const [row, figures] of Object.entries(rows)) {
      if (isWanted(row)) [await figures()].flat().forEach(say);
    }
  } finally {
    await database.end();
  }
  const peak = peakMemoryMegabytes(house.apiProcessId);
  if (peak !== null && isWanted('api memory')) say(memory(peak));
}

function firstStart({ startSeconds }: House): Figure {
  const detail = 'built, empty folder: database made and migrated, demonstration plan loaded';
  return { row: 'first start', size: '1x', value: startSeconds, unit: 's', goal: 20, higherIsBetter: false, detail };
}

function warmStart({ startSeconds }: House): Figure {
  const detail = 'built, database and plan there, to the first healthy answer';
  return { row: 'warm start', size: '1x', value: startSeconds, unit: 's', goal: 3, higherIsBetter: false, detail };
}

/** The process has answered every row before this one. */
function memory(megabytes: number): Figure {
  const detail = 'most the API process ever held in this run, start included';
  return { row: 'api memory', size: '1x', value: megabytes, unit: 'MB', goal: 300, higherIsBetter: false, detail };
}

async function page({ origin }: House): Promise<Figure> {
  const { bytes, requests } = await firstPage(repository, origin);
  const detail = `sign-in page, ${requests} requests, empty cache`;
  return { row: 'first page', size: '1x', value: bytes / 1000, unit: 'kB', goal: 150, higherIsBetter: false, detail };
}

function buildWhatIsStale(): void {
  const command = join(repository, 'libs/launcher/src/build-all.ts');
  execFileSync(process.execPath, [command], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function say(figure: Figure): void {
  process.stdout.write(`${printed(figure, asJson)}\n`);
}

await bench();
