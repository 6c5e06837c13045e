import type { FreeTextObject, FreeTextPlace } from '@parc/domain';
import { CONVENTION_TEXTS } from '../agreements/free-texts.sql.js';
import { BUDGET_TEXTS_IN_JSON, budgetTexts } from '../budgets/free-texts.sql.js';
import { ITEM_TEXTS } from '../catalogue/free-texts.sql.js';
import { DEPOSIT_TEXTS } from '../deposits/free-texts.sql.js';
import { SCHOOL_NAME } from '../directory/school.sql.js';
import { CAMPAIGN_TEXTS } from '../inventory/campaigns/free-texts.sql.js';
import { DOTATION_PART_TEXTS, DOTATION_TEXTS } from '../inventory/dotations/free-texts.sql.js';
import { EQUIPMENT_TEXTS } from '../inventory/free-texts.sql.js';
import { NEED_TEXTS, REDEPLOYMENT_TEXTS } from '../inventory/needs/free-texts.sql.js';
import { LOAN_TEXTS } from '../loans/free-texts.sql.js';
import { CHECK_TEXTS } from '../upkeep/free-texts.sql.js';
import { RETURN_TEXTS } from '../warranty/free-texts.sql.js';
import { TICKET_TEXTS } from '../maintenance/free-texts.sql.js';
import { ORDER_TEXTS, ORDER_TEXTS_IN_JSON } from '../orders/free-texts.sql.js';
import { PROBLEM_TEXTS } from '../problems/free-texts.sql.js';
import { REMEDY_TEXTS } from '../remedies/free-texts.sql.js';
import type { FreeTextsOf, InJson } from '../platform/database/free-texts.js';
import { TRAINING_TEXTS } from '../training/free-texts.sql.js';
import { SUPPORT_TEXTS } from '../training/support/free-texts.sql.js';
import { VISIT_TEXTS } from '../visits/free-texts.sql.js';

/** The free texts of each kind of object, by the domain that keeps it. */
export const FREE_TEXTS: Readonly<Record<FreeTextObject, FreeTextsOf>> = {
  order: ORDER_TEXTS,
  convention: CONVENTION_TEXTS,
  item: ITEM_TEXTS,
  budget: budgetTexts(SCHOOL_NAME),
  device: EQUIPMENT_TEXTS,
  need: NEED_TEXTS,
  redeployment: REDEPLOYMENT_TEXTS,
  campaign: CAMPAIGN_TEXTS,
  dotation: DOTATION_TEXTS,
  'dotation-part': DOTATION_PART_TEXTS,
  ticket: TICKET_TEXTS,
  loan: LOAN_TEXTS,
  problem: PROBLEM_TEXTS,
  remedy: REMEDY_TEXTS,
  check: CHECK_TEXTS,
  'warranty-return': RETURN_TEXTS,
  visit: VISIT_TEXTS,
  'training-session': TRAINING_TEXTS,
  'support-request': SUPPORT_TEXTS,
  deposit: DEPOSIT_TEXTS,
};

const IN_JSON: InJson = { ...ORDER_TEXTS_IN_JSON, ...BUDGET_TEXTS_IN_JSON };

/**
 * Puts the mark $2 where the text $3 still lies in the row $1: of two at once the second finds nothing. Places are those of
 * the register: no one writes them.
 */
export function takeOut(place: FreeTextPlace): string {
  const [table, column] = place.split('.');
  const inJson = IN_JSON[place];
  return inJson
    ? `update ${table} set ${column} = ${inJson} where id = $1 and position(to_json($3::text)::text in ${column}::text) > 0`
    : `update ${table} set ${column} = $2::text where id = $1 and ${column} = $3`;
}

export const RECORD = `insert into redaction (table_name, column_name, row_id, mark, reason, account_id, role, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
