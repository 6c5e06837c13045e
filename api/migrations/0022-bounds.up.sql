-- Every amount and quantity has an end, so that no sum of them leaves the whole numbers that programs count exactly with
-- (2^53 - 1 cents): 100 million euros for one amount, ten thousand million for what runs up in one envelope or period.
update contract_period
   set maximum_net_cents = 10000000000, minimum_net_cents = least(minimum_net_cents, 10000000000)
 where maximum_net_cents > 10000000000;

alter table contract_period add constraint contract_period_bounded check (
  maximum_net_cents <= 10000000000 and minimum_net_cents <= 10000000000 and counted_net_cents <= 10000000000);

alter table contract_entry add constraint contract_entry_bounded check (
  abs(change_net_cents) <= 10000000000 and counted_after_net_cents <= 10000000000);

alter table order_line add constraint order_line_bounded check (unit_net_cents <= 10000000 and quantity_approved <= 999);

alter table installation_order add constraint order_amounts_bounded check (
  counted_net_cents between 0 and 10000000000 and hold_cents between 0 and 10000000000
  and asked_cents between 0 and 10000000000 and approved_cents between 0 and 10000000000
  and reported_cents between 0 and 10000000000 and certified_cents between 0 and 10000000000);

-- What was before is what was after of the entry before; what is available is less than what was opened.
alter table ledger_entry add constraint ledger_amounts_bounded check (
  opened_before <= 1000000000000 and reserved_before <= 1000000000000
  and committed_before <= 1000000000000 and spent_before <= 1000000000000
  and opened_after <= 1000000000000 and reserved_after <= 1000000000000
  and committed_after <= 1000000000000 and spent_after <= 1000000000000
  and available_after <= 1000000000000
  and abs(opened_change) <= 1000000000000 and abs(reserved_change) <= 1000000000000
  and abs(committed_change) <= 1000000000000 and abs(spent_change) <= 1000000000000
  and abs(reversed_opened) <= 1000000000000 and abs(reversed_spent) <= 1000000000000
  and hold_cents <= 1000000000000 and resolves_cents <= 1000000000000);

alter table catalogue_item add constraint catalogue_item_bounded check (warranty_months <= 240);
alter table school_year_figures add constraint school_year_figures_bounded check (
  pupils <= 5000 and classes <= 200 and teachers <= 1000);
alter table deliberation add constraint deliberation_bounded check (
  members_in_office <= 1000 and present <= 1000 and proxies <= 1000
  and votes_for <= 1000 and votes_against <= 1000 and abstentions <= 1000);
