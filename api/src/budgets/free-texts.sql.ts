import type { FreeTextsOf, InJson } from '../platform/database/free-texts.js';

const ENTRIES = (where: string) =>
  `select 'ledger_entry.reason' as place, l.id as "rowId", l.reason as text, l.posted_at as at
     from ledger_entry l where l.actor not like 'system:%' and ${where}`;

/** What the ledger says of the order $1. */
export const ENTRIES_OF_ORDER_TEXTS = ENTRIES('l.order_id = $1');

const ENVELOPES_OF_SCHOOL = '(select id from envelope where school_id = $1)';

const RUNS = (where: string) => `
    select 'allocation_run.reason' as place, r.id as "rowId", r.reason as text, r.applied_at as at from allocation_run r where ${where}
    union all select 'allocation_run.rule', r.id, fixed ->> 'reason', r.applied_at
      from allocation_run r cross join lateral jsonb_array_elements(r.rule -> 'fixed') fixed where ${where}`;

/**
 * The free texts in the budgets of the school $1: of its entries, of the other half of each transfer, and of the allocations
 * that gave it something. @param school its name, `name` by its id $1 */
export const budgetTexts = (school: string): FreeTextsOf => ({
  named: school,
  texts: `${ENTRIES(`l.envelope_id in ${ENVELOPES_OF_SCHOOL} and l.order_id is null`)}
    union ${ENTRIES(`l.pair_id in (select p.pair_id from ledger_entry p where p.envelope_id in ${ENVELOPES_OF_SCHOOL})`)}
    union ${RUNS(`r.id in (select a.allocation_run_id from ledger_entry a where a.envelope_id in ${ENVELOPES_OF_SCHOOL})`)}`,
});

/** The free texts of the allocation $1, with the entries it posted. */
export const ALLOCATION_TEXTS: FreeTextsOf = {
  named: `select 'Répartition ' || year as name from allocation_run where id = $1`,
  texts: `${RUNS('r.id = $1')}
    union all ${ENTRIES('l.allocation_run_id = $1')}`,
};

export const BUDGET_TEXTS_IN_JSON: InJson = {
  'allocation_run.rule': `jsonb_set(rule, '{fixed}', (select jsonb_agg(case when fixed ->> 'reason' is not null
      then fixed || jsonb_build_object('reason', $2::text) else fixed end) from jsonb_array_elements(rule -> 'fixed') fixed))`,
};
