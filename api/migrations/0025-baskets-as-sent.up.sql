-- Whether the system may approve a basket is judged once, as it was sent, whatever becomes of its parts: what the whole came
-- to, on each order of it; null when it is a person's to judge. What waits for an answer today is left to people.
alter table installation_order add column automatic_cents bigint check (automatic_cents >= 0);
