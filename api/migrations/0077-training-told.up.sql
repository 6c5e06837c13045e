-- What a school is offered is read in the order of its days, whatever else there is: with the state judged one by one, a hundred times
-- as many sessions were 67 ms for a page and its count, by this 2.
create index training_session_told_by_start on training_session (starts_at, id) include (circonscription_id)
  where state in ('open', 'confirmed', 'held', 'closed');
