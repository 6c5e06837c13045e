-- Without this migration nobody can say that the school will confirm: what waits is told as an end that nobody has seen.
drop table visit_confirmation;
select set_config('parc.actor', 'system:migration', true);
alter table visit disable trigger visit_fixed;
update visit set ending = 'nobody', met = null, absence_reason = 'À confirmer par la direction' where ending = 'later';
alter table visit enable trigger visit_fixed;
drop index visit_to_confirm;
alter table visit drop constraint visit_id_ending_key,
  drop constraint visit_ending_check,
  add constraint visit_ending_check check (ending in ('signed', 'code', 'nobody'));
