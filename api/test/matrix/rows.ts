import { merged } from '@parc/domain';
import type { DomainRows } from './domain-rows.js';
import { agreements } from './domains/agreements.js';
import { boards } from './domains/boards.js';
import { budgets } from './domains/budgets.js';
import { catalogue } from './domains/catalogue.js';
import { deposits } from './domains/deposits.js';
import { directory } from './domains/directory.js';
import { home } from './domains/home.js';
import { identity } from './domains/identity.js';
import { inventory } from './domains/inventory.js';
import { loans } from './domains/loans.js';
import { maintenance } from './domains/maintenance.js';
import { nightly } from './domains/nightly.js';
import { orders } from './domains/orders.js';
import { personalData } from './domains/personal-data.js';
import { problems } from './domains/problems.js';
import { remedies } from './domains/remedies.js';
import { serviceSettings } from './domains/service-settings.js';
import { upkeep } from './domains/upkeep.js';
import { steering } from './domains/steering.js';
import { training } from './domains/training.js';
import { usage } from './domains/usage.js';
import { visits } from './domains/visits.js';

/** The domains, one line each. */
const DOMAINS: DomainRows[] = [
  orders,
  directory,
  catalogue,
  agreements,
  identity,
  budgets,
  home,
  inventory,
  maintenance,
  loans,
  upkeep,
  deposits,
  problems,
  remedies,
  training,
  usage,
  boards,
  visits,
  nightly,
  personalData,
  serviceSettings,
  steering,
];

/** A row that stands in two domains is refused by its name. */
const together = <Row>(rowsOf: (domain: DomainRows) => Record<string, Row> | undefined): Record<string, Row> =>
  merged(DOMAINS.map((domain) => rowsOf(domain) ?? {}));

export const OBJECTS = DOMAINS.flatMap(({ objects = [] }) => objects);
export const QUERIES = together(({ queries }) => queries);
export const BODIES = together(({ bodies }) => bodies);
export const NARROWED = together(({ narrowed }) => narrowed);
export const SHOWN = together(({ shown }) => shown);
export const FIELDS = DOMAINS.flatMap(({ fields = [] }) => fields);
export const WITHOUT_KEY = together(({ withoutKey }) => withoutKey);
export const DOORS = together(({ doors }) => doors);
export const SCOPES = together(({ scopes }) => scopes);
export const FIELD_LISTS = together(({ fieldLists }) => fieldLists);
