alter table deliberation drop constraint deliberation_bounded;
alter table school_year_figures drop constraint school_year_figures_bounded;
alter table catalogue_item drop constraint catalogue_item_bounded;
alter table ledger_entry drop constraint ledger_amounts_bounded;
alter table installation_order drop constraint order_amounts_bounded;
alter table order_line drop constraint order_line_bounded;
alter table contract_entry drop constraint contract_entry_bounded;
alter table contract_period drop constraint contract_period_bounded;
