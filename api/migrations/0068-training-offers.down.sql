drop trigger training_offer_ends_once on training_enrolment;
drop function training_offer_ends_once();
alter table training_enrolment
  drop column offered_at,
  drop column offer_until,
  drop column offer_ended,
  drop column asked_at,
  drop column comes_at;
