drop table item_decision, item_price, catalogue_item, contract_period, contract, contract_holder;
