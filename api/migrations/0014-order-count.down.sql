drop index installation_order_state;
create index installation_order_state on installation_order (state, state_since desc, id desc);
