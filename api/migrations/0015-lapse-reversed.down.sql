alter table ledger_entry drop constraint ledger_permitted;
alter table ledger_entry add constraint ledger_permitted check (coalesce(case kind
  when 'allocation' then opened_change <> 0 and reserved_change = 0 and committed_change = 0 and spent_change = 0
    and opens_hold is null and resolves_id is null
  when 'provisional-allocation' then opened_change <> 0 and reserved_change = 0 and committed_change = 0
    and spent_change = 0 and opens_hold is null and resolves_id is null
  when 'transfer' then opened_change <> 0 and reserved_change = 0 and committed_change = 0 and spent_change = 0
    and opens_hold is null and resolves_id is null and pair_id is not null and reason is not null
  when 'reservation' then opened_change = 0 and committed_change = 0 and spent_change = 0
    and opens_hold = 'reserved' and reserved_change = hold_cents and resolves_id is null
  when 'release' then opened_change = 0 and spent_change = 0 and opens_hold is null and (
    (resolves_hold = 'reserved' and reserved_change = -resolves_cents and committed_change = 0)
    or (resolves_hold = 'committed' and committed_change = -resolves_cents and reserved_change = 0))
  when 'commitment' then opened_change = 0 and spent_change = 0 and opens_hold = 'committed' and (
    (resolves_hold = 'reserved' and hold_cents <= resolves_cents
      and reserved_change = -resolves_cents and committed_change = hold_cents)
    or (resolves_hold = 'committed' and hold_cents > resolves_cents
      and reserved_change = 0 and committed_change = hold_cents - resolves_cents))
  when 'rounding' then opened_change = 0 and reserved_change = 0 and spent_change = 0
    and opens_hold = 'committed' and resolves_hold = 'committed'
    and hold_cents - resolves_cents between 1 and 100 and committed_change = hold_cents - resolves_cents
  when 'expense' then opened_change = 0 and reserved_change = 0 and opens_hold is null and (
    (resolves_hold = 'committed' and committed_change = -resolves_cents and spent_change between 0 and resolves_cents)
    or (resolves_id is null and committed_change = 0 and (ticket_id is not null or reverses_id is not null)
      and (spent_change > 0) = (reverses_id is null) and spent_change <> 0))
  when 'carry-over' then reserved_change = 0 and spent_change = 0 and pair_id is not null and (
    (opened_change < 0 and opens_hold is null and resolves_hold = 'committed'
      and committed_change = -resolves_cents and opened_change = -resolves_cents)
    or (opened_change > 0 and resolves_id is null and opens_hold = 'committed'
      and committed_change = hold_cents and opened_change = hold_cents))
  when 'lapse' then opened_change < 0 and reserved_change = 0 and committed_change = 0 and spent_change = 0
    and opens_hold is null and resolves_id is null
end, false));
