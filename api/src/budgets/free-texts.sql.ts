import type { FreeTextsOf, InJson } from '../platform/database/free-texts.js';

const ENTRIES = (where: string) =>
  `select 'ledger_entry.reason' as place, l.id as "rowId", 0 as part, l.reason as text, l.posted_at as at
     from ledger_entry l where l.actor not like 'system:%' and ${where}`;

/** What the ledger says of the order $1. */
export const ENTRIES_OF_ORDER_TEXTS = ENTRIES('l.order_id = $1');

const ENVELOPES_OF_SCHOOL = '(select id from envelope where school_id = $1)';

const RUNS_OF_SCHOOL = `(select a.allocation_run_id from ledger_entry a where a.envelope_id in ${ENVELOPES_OF_SCHOOL})`;

/**
 * The free texts in the budgets of the school $1: of its entries, of the other half of each transfer, and of the allocations
 * that gave it something, with what they posted elsewhere. @param school words of SQL: its `name` by its id $1
 */
export const budgetTexts = (school: string): FreeTextsOf => ({
  named: school,
  texts: `${ENTRIES(`l.envelope_id in ${ENVELOPES_OF_SCHOOL} and l.order_id is null`)}
    union ${ENTRIES(`l.pair_id in (select p.pair_id from ledger_entry p where p.envelope_id in ${ENVELOPES_OF_SCHOOL})`)}
    union ${ENTRIES(`l.allocation_run_id in ${RUNS_OF_SCHOOL}`)}
    union select 'allocation_run.reason', r.id, 0, r.reason, r.applied_at from allocation_run r where r.id in ${RUNS_OF_SCHOOL}
    union select 'allocation_run.rule', r.id, part::int, fixed ->> 'reason', r.applied_at
      from allocation_run r cross join lateral jsonb_array_elements(r.rule -> 'fixed') with ordinality as each (fixed, part)
     where r.id in ${RUNS_OF_SCHOOL}`,
});

export const BUDGET_TEXTS_IN_JSON: InJson = {
  'allocation_run.rule': `jsonb_set(rule, '{fixed}', (select jsonb_agg(case when fixed ->> 'reason' = $3::text
      then fixed || jsonb_build_object('reason', $2::text) else fixed end) from jsonb_array_elements(rule -> 'fixed') fixed))`,
};
