import { merged } from '@parc/domain';
import { CONVENTION_CONSTRAINTS } from './agreements/convention.constraints.js';
import { BUDGET_CONSTRAINTS } from './budgets/budget.constraints.js';
import { CATALOGUE_CONSTRAINTS } from './catalogue/catalogue.constraints.js';
import { DEPOSIT_CONSTRAINTS } from './deposits/deposit.constraints.js';
import { DIRECTORY_CONSTRAINTS } from './directory/directory.constraints.js';
import { IDENTITY_CONSTRAINTS } from './identity/identity.constraints.js';
import { CAMPAIGN_CONSTRAINTS } from './inventory/campaigns/campaign.constraints.js';
import { DOTATION_CONSTRAINTS } from './inventory/dotations/dotation.constraints.js';
import { EQUIPMENT_CONSTRAINTS } from './inventory/equipment.constraints.js';
import { LOAN_CONSTRAINTS } from './loans/loan.constraints.js';
import { UPKEEP_CONSTRAINTS } from './upkeep/upkeep.constraints.js';
import { WARRANTY_CONSTRAINTS } from './warranty/warranty.constraints.js';
import { TICKET_CONSTRAINTS } from './maintenance/ticket.constraints.js';
import { ORDER_CONSTRAINTS } from './orders/order.constraints.js';
import type { ConstraintRegister } from './platform/http/constraints.js';
import { PROBLEM_CONSTRAINTS } from './problems/problem.constraints.js';
import { REMEDY_CONSTRAINTS } from './remedies/remedy.constraints.js';
import { PLATFORM_CONSTRAINTS } from './platform/platform.constraints.js';
import { TRAINING_CONSTRAINTS } from './training/training.constraints.js';
import { STEERING_CONSTRAINTS } from './steering/steering.constraints.js';
import { USAGE_CONSTRAINTS } from './usage/usage.constraints.js';
import { VISIT_CONSTRAINTS } from './visits/visit.constraints.js';

/** What is answered for each refusal of the database, by the domain that owns the table. */
export const CONSTRAINTS: ConstraintRegister = merged([
  PLATFORM_CONSTRAINTS,
  IDENTITY_CONSTRAINTS,
  DIRECTORY_CONSTRAINTS,
  CATALOGUE_CONSTRAINTS,
  CONVENTION_CONSTRAINTS,
  BUDGET_CONSTRAINTS,
  ORDER_CONSTRAINTS,
  EQUIPMENT_CONSTRAINTS,
  CAMPAIGN_CONSTRAINTS,
  DOTATION_CONSTRAINTS,
  TICKET_CONSTRAINTS,
  LOAN_CONSTRAINTS,
  PROBLEM_CONSTRAINTS,
  REMEDY_CONSTRAINTS,
  UPKEEP_CONSTRAINTS,
  WARRANTY_CONSTRAINTS,
  DEPOSIT_CONSTRAINTS,
  VISIT_CONSTRAINTS,
  STEERING_CONSTRAINTS,
  TRAINING_CONSTRAINTS,
  USAGE_CONSTRAINTS,
]);
