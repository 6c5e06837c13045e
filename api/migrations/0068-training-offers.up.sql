-- A place that comes free late is offered for a day, to one after the other; a new date is asked about (rules.md 18).

alter table training_enrolment
  add column offered_at timestamptz,
  add column offer_until timestamptz,
  -- Null: it stands, or there was none.
  add column offer_ended text check (offer_ended in ('accepted', 'declined', 'expired')),
  -- Since the date has changed; silence keeps the place.
  add column asked_at timestamptz,
  add column comes_at timestamptz,
  add constraint training_enrolment_offer_whole check (num_nonnulls(offered_at, offer_until) in (0, 2) and offer_until > offered_at),
  add constraint training_enrolment_offer_ends_once_made check (offer_ended is null or offer_until is not null),
  -- While it stands, and once it is accepted, it is a place that nobody else has; declined or over, it is none.
  add constraint training_enrolment_offer_holds_a_seat check (
    offer_until is null or left_at is not null or (seat is not null and coalesce(offer_ended, 'accepted') = 'accepted')),
  add constraint training_enrolment_gone_answered check (left_at is null or offer_until is null or offer_ended is not null),
  add constraint training_enrolment_offered_is_not_there check (present is null or offer_until is null or offer_ended is not null),
  add constraint training_enrolment_comes_when_asked check (comes_at is null or comes_at >= asked_at);
create index training_enrolment_offers_due on training_enrolment (offer_until, session_id) where offer_until is not null and offer_ended is null;

-- An offer ends once, as it ended.
create function training_offer_ends_once() returns trigger language plpgsql as $$
begin
  if old.offer_ended is not null and (new.offer_ended, new.offered_at, new.offer_until)
      is distinct from (old.offer_ended, old.offered_at, old.offer_until) then
    raise exception 'an offer has ended once' using errcode = '23514', constraint = 'training_offer_ends_once', table = 'training_enrolment';
  end if;
  return new;
end $$;
create trigger training_offer_ends_once before update on training_enrolment
  for each row execute function training_offer_ends_once();
