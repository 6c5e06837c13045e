-- The schools behind a figure in each order that is shown, the highest first too, and of one network alone.
create index indicator_school_highest on indicator_school (period_id, value desc nulls last, school_id desc);
create index indicator_school_of_network on indicator_school (period_id, network, value, school_id);
