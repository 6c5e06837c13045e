drop trigger order_move_no_truncate on order_move;
drop trigger item_decision_no_truncate on item_decision;
drop trigger contract_entry_no_truncate on contract_entry;
drop trigger convention_move_no_truncate on convention_move;
