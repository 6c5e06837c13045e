import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { generateDemonstration, isEmpty, loadDemonstration } from './index.js';
import type { DemonstrationPlan } from './rows.js';

/** Any number: the plan is the same whenever it is made again with it. */
const SEED = 42;

/** The password of every demonstration account, for who prefers the form to one click; and the heads' personal code. */
const PASSWORD = 'ardoise-et-craie';
const CONFIRMATION_CODE = '2468';

/**
 * `node command.js`: loads the demonstration plan into the migrated, empty database of DATABASE_URL; else does nothing.
 * Beside a migration (`libs/launcher/src/demonstration.ts`) it makes up the plan meanwhile, waits for a message, and says when all
 * of it can be read.
 */
if (process.send === undefined) await load(generate);
else {
  const plan = generate();
  // Whoever is gone without a word has not made the tables.
  const alone = () => process.exit(1);
  process.once('disconnect', alone);
  process.once('message', () => {
    process.off('disconnect', alone);
    void load(
      () => plan,
      () => process.connected && process.send?.('loaded', () => process.disconnect()),
    );
  });
}

function generate(): DemonstrationPlan {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
  return generateDemonstration({ seed: SEED, today });
}

async function load(plan: () => DemonstrationPlan, loaded?: () => void): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  try {
    if (!(await isEmpty(client))) return;
    await loadDemonstration(client, plan(), {
      passwordHash: await hash(PASSWORD),
      confirmationCodeHash: await hash(CONFIRMATION_CODE),
      loaded,
    });
  } finally {
    await client.end();
  }
}
