drop index catalogue_item_contract;
drop index catalogue_item_list;
drop trigger contract_period_history on contract_period;
drop trigger contract_holder_history on contract_holder;
drop table convention_move, convention_signature;
drop index convention_renewed_once;
drop index convention_state;
drop index convention_body;
drop index convention_commune;
alter table convention
  drop constraint convention_renews_another,
  drop column evaluation_told_on,
  drop column evaluation_adopted_on,
  drop column renews_id,
  drop column notice_on,
  drop column ended_on,
  drop column approved_on,
  drop column running_costs,
  drop column legal_basis,
  drop column promises;
