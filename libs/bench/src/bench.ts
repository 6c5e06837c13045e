import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { firstPage } from './first-page.ts';
import { openStage, peakMemoryMegabytes, startHouse, type House } from './house.ts';
import { signInHeads, signInManager } from './people.ts';
import { orderList, schoolHome, statement, type Ground } from './reads.ts';
import { printed, type Figure } from './rows.ts';
import { orderSubmission } from './submission.ts';

const repository = join(import.meta.dirname, '../../..');
const asJson = process.argv.includes('--json');

/** `npm run bench`: every figure in one run, against a `npm start` of its own that is taken away at the end. */
async function bench(): Promise<void> {
  buildWhatIsStale();
  const stage = openStage(repository);
  const running: { house?: House } = {};
  const leave = async () => {
    await running.house?.stop();
    stage.remove();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void leave().finally(() => process.exit(1)));
  }
  try {
    running.house = await startHouse(stage.folder);
    say(start('first start', running.house, 20, 'empty folder: database made, migrated, demonstration plan loaded'));
    await running.house.stop();
    running.house = await startHouse(stage.folder);
    say(start('warm start', running.house, 3, 'database and plan there'));
    await measure(running.house);
  } finally {
    await leave();
  }
}

async function measure(house: House): Promise<void> {
  say(await page(house));
  const database = new pg.Client({ connectionString: house.databaseUrl });
  await database.connect();
  try {
    const ground: Ground = { house, database, manager: await signInManager(database), heads: await signInHeads(database) };
    say(await orderList(ground));
    say(await schoolHome(ground));
    say(await statement(ground));
    (await orderSubmission(ground)).forEach(say);
  } finally {
    await database.end();
  }
  const peak = peakMemoryMegabytes(house.apiProcessId);
  if (peak !== null) {
    const detail = 'most the API process ever held in this run, start included';
    say({ row: 'api memory', size: '1x', value: peak, unit: 'MB', goal: 300, higherIsBetter: false, detail });
  }
}

function start(row: string, { startSeconds }: House, goal: number, detail: string): Figure {
  return { row, size: '1x', value: startSeconds, unit: 's', goal, higherIsBetter: false, detail };
}

async function page({ origin }: House): Promise<Figure> {
  const { bytes, requests } = await firstPage(repository, origin);
  const detail = `sign-in page, ${requests} requests, empty cache`;
  return { row: 'first page', size: '1x', value: bytes / 1000, unit: 'kB', goal: 150, higherIsBetter: false, detail };
}

function buildWhatIsStale(): void {
  execFileSync(process.execPath, [join(repository, 'libs/launcher/src/build-all.ts')], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function say(figure: Figure): void {
  process.stdout.write(`${printed(figure, asJson)}\n`);
}

await bench();
