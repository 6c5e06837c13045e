-- What people without account say of a device by its label: to confirm by the school's head, else forgotten.

create table label_report (
  id uuid primary key default uuidv7(),
  school_id uuid not null references school,
  equipment_id uuid not null references equipment,
  -- Where it stands for us, when it was reported; and whether it was seen somewhere else.
  room_id uuid,
  elsewhere boolean not null,
  symptom text not null check (symptom in ('no-power', 'no-charge', 'black-screen', 'no-touch', 'no-sound', 'no-network',
    'slow', 'keyboard', 'other')),
  state text not null default 'to-confirm' check (state in ('to-confirm', 'confirmed', 'discarded', 'forgotten')),
  state_since timestamptz not null,
  reported_at timestamptz not null,
  decided_by uuid references account,
  discard_reason text check (discard_reason in ('working', 'known', 'mistake')),
  ticket_id uuid references ticket,
  version int not null default 1,
  constraint label_report_room_of_its_school foreign key (room_id, school_id) references room (id, school_id),
  constraint label_report_decided check (
    (state in ('confirmed', 'discarded')) = (decided_by is not null)
    and (state = 'confirmed') = (ticket_id is not null)
    and (state = 'discarded') = (discard_reason is not null)),
  constraint label_report_makes_one_ticket unique (ticket_id)
);
-- One at a time: whoever says it again is told that it is known.
create unique index label_report_waiting_once on label_report (equipment_id) where state = 'to-confirm';
create index label_report_of_school on label_report (school_id, reported_at, id) where state = 'to-confirm';
create index label_report_to_forget on label_report (reported_at) where state = 'to-confirm';
create trigger label_report_history after insert or update or delete on label_report
  for each row execute function record_history();

-- Reports of the last hours, of one network, one device, one school: the moments themselves, so that what is old leaves the
-- count by itself.
create table label_report_window (
  key text primary key,
  tries timestamptz[] not null,
  last_at timestamptz not null
);
