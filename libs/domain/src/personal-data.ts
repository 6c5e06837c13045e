import { CONVENTION_DATA, CONVENTION_PLAIN } from './agreements/convention-data.js';
import { BUDGET_DATA, BUDGET_PLAIN } from './budgets/budget-data.js';
import { CATALOGUE_DATA, CATALOGUE_PLAIN } from './catalogue/catalogue-data.js';
import { DIRECTORY_DATA, DIRECTORY_PLAIN } from './directory/directory-data.js';
import { IDENTITY_DATA, IDENTITY_PLAIN } from './identity/identity-data.js';
import { EQUIPMENT_DATA, EQUIPMENT_PLAIN } from './inventory/equipment-data.js';
import { ORDER_DATA, ORDER_PLAIN } from './orders/order-data.js';
import { merged } from './registers/merged.js';
import { PLATFORM_DATA, PLATFORM_PLAIN } from './personal-data/platform-data.js';
import type { Ended } from './personal-data/register.js';

/** Every kind of personal datum of the house, each in its domain's register. */
export const PERSONAL_DATA = /* @__PURE__ */ merged([
  IDENTITY_DATA,
  ORDER_DATA,
  DIRECTORY_DATA,
  CONVENTION_DATA,
  CATALOGUE_DATA,
  BUDGET_DATA,
  EQUIPMENT_DATA,
  PLATFORM_DATA,
]);

/** The data the nightly job ends, each on its own day. */
export type EndedDatum = Ended<typeof PERSONAL_DATA>;

/** Every other column of text, with the word that says why nobody is in it. */
export const NOT_PERSONAL = /* @__PURE__ */ merged([
  IDENTITY_PLAIN,
  ORDER_PLAIN,
  DIRECTORY_PLAIN,
  CONVENTION_PLAIN,
  CATALOGUE_PLAIN,
  BUDGET_PLAIN,
  EQUIPMENT_PLAIN,
  PLATFORM_PLAIN,
]);
