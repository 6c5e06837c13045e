-- A list's count reads the index alone: which orders, of which schools.
drop index installation_order_state;
create index installation_order_state on installation_order (state, state_since desc, id desc) include (school_id);
