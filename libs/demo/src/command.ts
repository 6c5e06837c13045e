import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { generateDemonstration, isEmpty, loadDemonstration } from './index.js';

/** Any number: the plan is the same whenever it is made again with it. */
const SEED = 42;

/** The password of every demonstration account, for who prefers the form to one click; and the heads' personal code. */
const PASSWORD = 'ardoise-et-craie';
const CONFIRMATION_CODE = '2468';

/** `node command.js`: loads the demonstration plan into the migrated, empty database of DATABASE_URL; else does nothing. */
const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
await client.connect();
try {
  if (await isEmpty(client)) {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
    await loadDemonstration(client, generateDemonstration({ seed: SEED, today }), {
      passwordHash: await hash(PASSWORD),
      confirmationCodeHash: await hash(CONFIRMATION_CODE),
    });
  }
} finally {
  await client.end();
}
