drop table mail, job_run, idempotency_key, setting, history;
drop function record_history();
drop function refuse_change();
drop function current_actor();
drop function plain_text(text);
