import { CONVENTION_REFUSALS } from './agreements/convention-refusals.js';
import type { CONVENTION_STATES } from './agreements/convention-states.js';
import { BUDGET_REFUSALS } from './budgets/budget-refusals.js';
import { CATALOGUE_REFUSALS } from './catalogue/catalogue-refusals.js';
import type { ITEM_STATES } from './catalogue/item-states.js';
import { STEERING_REFUSALS } from './steering/steering-refusals.js';
import { PILOT_REFUSALS } from './catalogue/pilots/pilot-refusals.js';
import { DIRECTORY_REFUSALS } from './directory/directory-refusals.js';
import { IDENTITY_REFUSALS } from './identity/identity-refusals.js';
import { CAMPAIGN_REFUSALS } from './inventory/campaigns/campaign-refusals.js';
import type { CAMPAIGN_PART_STATES } from './inventory/campaigns/part-states.js';
import { DELIVERY_REFUSALS } from './inventory/delivery-refusals.js';
import { DISPOSAL_REFUSALS } from './inventory/ends/disposal-refusals.js';
import { DOTATION_REFUSALS } from './inventory/dotations/dotation-refusals.js';
import type { DOTATION_PART_STATES, DOTATION_STATES } from './inventory/dotations/dotation-states.js';
import { EQUIPMENT_REFUSALS } from './inventory/equipment-refusals.js';
import { FLEET_REFUSALS } from './inventory/imports/fleet-refusals.js';
import type { EQUIPMENT_STATES } from './inventory/equipment-states.js';
import type { NEED_STATES } from './inventory/needs/need-lifecycle.js';
import { NEED_REFUSALS } from './inventory/needs/need-refusals.js';
import type { REDEPLOYMENT_STATES } from './inventory/needs/redeployment-lifecycle.js';
import { LOAN_REFUSALS } from './loans/loan-refusals.js';
import type { LOAN_STATES } from './loans/loan-states.js';
import type { LABEL_REPORT_STATES } from './maintenance/label-reports/label-report-lifecycle.js';
import { LABEL_REPORT_REFUSALS } from './maintenance/label-reports/label-report-refusals.js';
import { TICKET_REFUSALS } from './maintenance/ticket-refusals.js';
import type { TICKET_STATES } from './maintenance/ticket-states.js';
import { PROBLEM_REFUSALS } from './problems/problem-refusals.js';
import type { PROBLEM_STATES } from './problems/problem-states.js';
import { REMEDY_REFUSALS } from './remedies/remedy-refusals.js';
import type { REMEDY_STATES } from './remedies/remedy-states.js';
import { SOFTWARE_REFUSALS } from './inventory/software/software-refusals.js';
import { UPKEEP_REFUSALS } from './upkeep/upkeep-refusals.js';
import type { CHECK_STATES } from './upkeep/check-states.js';
import type { RETURN_STATES } from './warranty/return-states.js';
import { WARRANTY_REFUSALS } from './warranty/warranty-refusals.js';
import { ORDER_REFUSALS } from './orders/order-refusals.js';
import type { ORDER_STATES } from './orders/order-states.js';
import { GENERAL_REFUSALS } from './refusals/general-refusals.js';
import type { Judged, NeededBy, PlainCode } from './refusals/register.js';
import { merged } from './registers/merged.js';
import { TRAINING_REFUSALS } from './training/training-refusals.js';
import type { TRAINING_STATES } from './training/training-states.js';
import { SUPPORT_REFUSALS } from './training/support/support-refusals.js';
import type { SUPPORT_STATES } from './training/support/support-states.js';
import { USAGE_REFUSALS } from './usage/usage-refusals.js';
import { VISIT_REFUSALS } from './visits/visit-refusals.js';
import type { VISIT_STATES } from './visits/visit-states.js';

/** Every refusal of the house, each in its domain's register. */
export const REFUSALS = /* @__PURE__ */ merged([
  GENERAL_REFUSALS,
  IDENTITY_REFUSALS,
  ORDER_REFUSALS,
  BUDGET_REFUSALS,
  CATALOGUE_REFUSALS,
  CONVENTION_REFUSALS,
  DIRECTORY_REFUSALS,
  EQUIPMENT_REFUSALS,
  DELIVERY_REFUSALS,
  FLEET_REFUSALS,
  NEED_REFUSALS,
  DOTATION_REFUSALS,
  CAMPAIGN_REFUSALS,
  DISPOSAL_REFUSALS,
  TICKET_REFUSALS,
  LABEL_REPORT_REFUSALS,
  SOFTWARE_REFUSALS,
  LOAN_REFUSALS,
  PROBLEM_REFUSALS,
  REMEDY_REFUSALS,
  UPKEEP_REFUSALS,
  WARRANTY_REFUSALS,
  VISIT_REFUSALS,
  TRAINING_REFUSALS,
  SUPPORT_REFUSALS,
  USAGE_REFUSALS,
  PILOT_REFUSALS,
  STEERING_REFUSALS,
]);
export type Refusal = keyof typeof REFUSALS;

/** A refusal that says all by its code. */
export type PlainRefusal = PlainCode<typeof REFUSALS>;

/** What a table of moves refused. */
export type JudgedRefusal = Judged<typeof REFUSALS, string>;

type WordOf<States extends Record<string, { word: string }>> = States[keyof States]['word'];
export type StateWord =
  | WordOf<typeof ORDER_STATES>
  | WordOf<typeof CONVENTION_STATES>
  | WordOf<typeof ITEM_STATES>
  | WordOf<typeof EQUIPMENT_STATES>
  | WordOf<typeof NEED_STATES>
  | WordOf<typeof REDEPLOYMENT_STATES>
  | WordOf<typeof DOTATION_STATES>
  | WordOf<typeof DOTATION_PART_STATES>
  | WordOf<typeof CAMPAIGN_PART_STATES>
  | WordOf<typeof TICKET_STATES>
  | WordOf<typeof LABEL_REPORT_STATES>
  | WordOf<typeof LOAN_STATES>
  | WordOf<typeof PROBLEM_STATES>
  | WordOf<typeof REMEDY_STATES>
  | WordOf<typeof CHECK_STATES>
  | WordOf<typeof RETURN_STATES>
  | WordOf<typeof VISIT_STATES>
  | WordOf<typeof TRAINING_STATES>
  | WordOf<typeof SUPPORT_STATES>;

type Needed = NeededBy<typeof REFUSALS>;

/** Code → the detail its sentence needs. A state is said by its word, never by its name. */
export type RefusalNeeds = {
  [Code in keyof Needed]: { [Key in keyof Needed[Code]]: Key extends 'state' ? StateWord : Needed[Code][Key] };
};
