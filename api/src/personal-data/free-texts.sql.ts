import type { FreeTextObject, FreeTextPlace } from '@parc/domain';
import { CONVENTION_TEXTS } from '../agreements/free-texts.sql.js';
import { ALLOCATION_TEXTS, BUDGET_TEXTS_IN_JSON, budgetTexts } from '../budgets/free-texts.sql.js';
import { ITEM_TEXTS } from '../catalogue/free-texts.sql.js';
import { SCHOOL_NAME } from '../directory/school.sql.js';
import { ORDER_TEXTS, ORDER_TEXTS_IN_JSON } from '../orders/free-texts.sql.js';
import type { FreeTextsOf, InJson } from '../platform/database/free-texts.js';

/** The free texts of each kind of object, by the domain that keeps it. */
export const FREE_TEXTS: Readonly<Record<FreeTextObject, FreeTextsOf>> = {
  order: ORDER_TEXTS,
  convention: CONVENTION_TEXTS,
  item: ITEM_TEXTS,
  budget: budgetTexts(SCHOOL_NAME),
  allocation: ALLOCATION_TEXTS,
};

const IN_JSON: InJson = { ...ORDER_TEXTS_IN_JSON, ...BUDGET_TEXTS_IN_JSON };

/** Puts the mark $2 where the texts of this place lie in the row $1. Places are those of the register: no one writes them. */
export function takeOut(place: FreeTextPlace): string {
  const [table, column] = place.split('.');
  return `update ${table} set ${column} = ${IN_JSON[place] ?? '$2::text'} where id = $1`;
}

export const RECORD = `insert into redaction (table_name, column_name, row_id, mark, reason, account_id, role, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
