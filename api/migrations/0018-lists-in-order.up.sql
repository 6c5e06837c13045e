-- The first page of a list is read in its order, not sorted out of everything there is. Imports have their index already
-- (`directory_import_age`); conventions by party cannot have one, since the name is a commune's or a body's, and are few:
-- at twenty times the plan's number, sorting them is a quarter of a 40 ms answer.
create index mail_age on mail (created_at, id);
create index account_by_name on account (name, id);
create index contract_by_number on contract (number, id);
