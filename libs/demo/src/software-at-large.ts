import type { LoadClient } from './load.js';
import {
  BOUGHT,
  BY_ORDERS,
  IN_SCHOOLS,
  LICENCES,
  ON_DEVICES,
  ORDERED,
  PLACES,
  RELEASED,
  SOFTWARE,
  TITLES,
} from './software-at-large.sql.js';

/** What only stands here, and not among the rows that are sent. */
export const SOFTWARE_TABLES = ['software_title', 'software_licence', 'software_installation'] as const;

/**
 * The register of software: titles of before, what past orders bought and put in place, what stands on the devices of schools.
 * Made inside the database, as the devices are; every publisher is invented.
 *
 * @param today the day on whose morning the demonstration opens: what lies ahead has not happened
 */
export async function installSoftware(client: LoadClient, today: string): Promise<void> {
  await client.query(SOFTWARE);
  await client.query(TITLES, [today]);
  await client.query(PLACES, [today, RELEASED]);
  await client.query(LICENCES, [today]);
  await client.query(ON_DEVICES);
  await client.query(IN_SCHOOLS, [today]);
  await client.query(ORDERED);
  await client.query(BOUGHT, [today]);
  await client.query(BY_ORDERS, [today]);
}
