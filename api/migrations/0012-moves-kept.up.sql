-- Moves, decisions and what contracts counted are only ever added to; emptying their tables is a change like any other.

create trigger order_move_no_truncate before truncate on order_move
  for each statement execute function refuse_change();
create trigger item_decision_no_truncate before truncate on item_decision
  for each statement execute function refuse_change();
create trigger contract_entry_no_truncate before truncate on contract_entry
  for each statement execute function refuse_change();
create trigger convention_move_no_truncate before truncate on convention_move
  for each statement execute function refuse_change();
