import { CONVENTION_DATA, CONVENTION_PLAIN, CONVENTION_TEXT_WORDS } from './agreements/convention-data.js';
import { BUDGET_DATA, BUDGET_PLAIN, BUDGET_TEXT_WORDS } from './budgets/budget-data.js';
import { CATALOGUE_DATA, CATALOGUE_PLAIN, CATALOGUE_TEXT_WORDS } from './catalogue/catalogue-data.js';
import { PILOT_DATA, PILOT_PLAIN, PILOT_TEXT_WORDS } from './catalogue/pilots/pilot-data.js';
import { DEPOSIT_DATA, DEPOSIT_PLAIN, DEPOSIT_TEXT_WORDS } from './deposits/deposit-data.js';
import { DIRECTORY_DATA, DIRECTORY_PLAIN } from './directory/directory-data.js';
import { IDENTITY_DATA, IDENTITY_PLAIN } from './identity/identity-data.js';
import { CAMPAIGN_DATA, CAMPAIGN_PLAIN, CAMPAIGN_TEXT_WORDS } from './inventory/campaigns/campaign-data.js';
import { DOTATION_DATA, DOTATION_PLAIN, DOTATION_TEXT_WORDS } from './inventory/dotations/dotation-data.js';
import { EQUIPMENT_DATA, EQUIPMENT_PLAIN, EQUIPMENT_TEXT_WORDS } from './inventory/equipment-data.js';
import { NEED_DATA, NEED_PLAIN, NEED_TEXT_WORDS } from './inventory/needs/need-data.js';
import { LOAN_DATA, LOAN_PLAIN, LOAN_TEXT_WORDS } from './loans/loan-data.js';
import { LABEL_REPORT_DATA, LABEL_REPORT_PLAIN } from './maintenance/label-reports/label-report-data.js';
import { MAIL_IN_DATA, MAIL_IN_PLAIN } from './maintenance/mail-in/mail-in-data.js';
import { UPKEEP_DATA, UPKEEP_PLAIN, UPKEEP_TEXT_WORDS } from './upkeep/upkeep-data.js';
import { WARRANTY_DATA, WARRANTY_PLAIN, WARRANTY_TEXT_WORDS } from './warranty/warranty-data.js';
import { TICKET_DATA, TICKET_PLAIN, TICKET_TEXT_WORDS } from './maintenance/ticket-data.js';
import { PROBLEM_DATA, PROBLEM_PLAIN, PROBLEM_TEXT_WORDS } from './problems/problem-data.js';
import { REMEDY_DATA, REMEDY_PLAIN, REMEDY_TEXT_WORDS } from './remedies/remedy-data.js';
import { SOFTWARE_DATA, SOFTWARE_PLAIN } from './inventory/software/software-data.js';
import { ORDER_DATA, ORDER_PLAIN, ORDER_TEXT_WORDS } from './orders/order-data.js';
import { merged } from './registers/merged.js';
import { PLATFORM_DATA, PLATFORM_PLAIN } from './personal-data/platform-data.js';
import type { Ended } from './personal-data/register.js';
import { TRAINING_DATA, TRAINING_PLAIN, TRAINING_TEXT_WORDS } from './training/training-data.js';
import { SUPPORT_DATA, SUPPORT_PLAIN, SUPPORT_TEXT_WORDS } from './training/support/support-data.js';
import { USAGE_DATA, USAGE_PLAIN } from './usage/usage-data.js';
import { VISIT_DATA, VISIT_PLAIN, VISIT_TEXT_WORDS } from './visits/visit-data.js';

/** Every kind of personal datum of the house, each in its domain's register. */
export const PERSONAL_DATA = /* @__PURE__ */ merged([
  IDENTITY_DATA,
  ORDER_DATA,
  DIRECTORY_DATA,
  CONVENTION_DATA,
  CATALOGUE_DATA,
  BUDGET_DATA,
  EQUIPMENT_DATA,
  NEED_DATA,
  DOTATION_DATA,
  SOFTWARE_DATA,
  CAMPAIGN_DATA,
  TICKET_DATA,
  LABEL_REPORT_DATA,
  MAIL_IN_DATA,
  LOAN_DATA,
  PROBLEM_DATA,
  REMEDY_DATA,
  UPKEEP_DATA,
  WARRANTY_DATA,
  DEPOSIT_DATA,
  VISIT_DATA,
  TRAINING_DATA,
  SUPPORT_DATA,
  USAGE_DATA,
  PILOT_DATA,
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
  NEED_PLAIN,
  DOTATION_PLAIN,
  SOFTWARE_PLAIN,
  CAMPAIGN_PLAIN,
  TICKET_PLAIN,
  LABEL_REPORT_PLAIN,
  MAIL_IN_PLAIN,
  LOAN_PLAIN,
  PROBLEM_PLAIN,
  REMEDY_PLAIN,
  UPKEEP_PLAIN,
  WARRANTY_PLAIN,
  DEPOSIT_PLAIN,
  VISIT_PLAIN,
  TRAINING_PLAIN,
  SUPPORT_PLAIN,
  USAGE_PLAIN,
  PILOT_PLAIN,
  PLATFORM_PLAIN,
]);

/** The places of every free text that may be taken out, each with the word that says what it is. */
export const FREE_TEXT_WORDS = /* @__PURE__ */ merged([
  ORDER_TEXT_WORDS,
  CONVENTION_TEXT_WORDS,
  CATALOGUE_TEXT_WORDS,
  BUDGET_TEXT_WORDS,
  EQUIPMENT_TEXT_WORDS,
  NEED_TEXT_WORDS,
  DOTATION_TEXT_WORDS,
  CAMPAIGN_TEXT_WORDS,
  TICKET_TEXT_WORDS,
  LOAN_TEXT_WORDS,
  PROBLEM_TEXT_WORDS,
  REMEDY_TEXT_WORDS,
  UPKEEP_TEXT_WORDS,
  WARRANTY_TEXT_WORDS,
  DEPOSIT_TEXT_WORDS,
  VISIT_TEXT_WORDS,
  TRAINING_TEXT_WORDS,
  SUPPORT_TEXT_WORDS,
  PILOT_TEXT_WORDS,
]);
export type FreeTextPlace = keyof typeof FREE_TEXT_WORDS;
