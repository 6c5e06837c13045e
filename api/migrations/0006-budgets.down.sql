drop table ledger_entry, allocation_run, envelope;
drop function require_balanced_pair();
drop function refuse_closed_envelope();
