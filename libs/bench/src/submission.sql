-- The other side of `order submission`: the whole transaction of a submission as one hand-written function, on the same
-- tables with the same constraints and triggers. One performer, no price changed since the draft.

create schema if not exists bench;

create function bench.submit(
  account uuid, head_school uuid, wanted uuid, seen_version int,
  path text, repeat_key text, hash text, today date, at timestamptz
) returns text language plpgsql as $$
declare
  kept idempotency_key;
  target installation_order;
  place school;
  last ledger_entry;
  cut_off jsonb;
  spending uuid;
  gate uuid;
  asked record;
  total bigint;
  hold uuid;
  new_number text;
  answer text;
begin
  perform set_config('parc.actor', account::text, true);
  insert into idempotency_key (account_id, route, key, body_hash, status) values (account, path, repeat_key, hash, 0)
    on conflict do nothing;
  if not found then
    select * into kept from idempotency_key k where k.account_id = account and k.route = path and k.key = repeat_key;
    if kept.body_hash <> hash then raise exception 'idempotency.other-body'; end if;
    return kept.response;
  end if;

  -- Locks in the declared order: convention, envelope, order.
  select c.id into gate from convention c
    where c.state = 'in-force' and c.kind <> 'framework' and today between c.from_day and c.to_day
      and exists (select from convention_site s where s.convention_id = c.id and s.school_id = head_school
        and today between s.from_day and s.to_day)
    order by c.id limit 1 for share of c;
  if not found then raise exception 'order.convention-missing'; end if;
  select id into spending from envelope e
    where e.school_id = head_school and e.year = extract(year from today)::int and e.kind = 'installation' for no key update;
  if not found then raise exception 'budget.envelope-missing'; end if;
  select * into target from installation_order o where o.id = wanted and o.school_id = head_school for no key update;
  if not found then raise exception 'order.not-found'; end if;
  if target.version <> seen_version then raise exception 'version.stale'; end if;
  if target.state <> 'draft' then raise exception 'order.state-refuses'; end if;

  select * into place from school s where s.id = head_school;
  if place.state = 'closed' then raise exception 'order.school-closed-for-good'; end if;
  if place.state_contract = 'none' then raise exception 'order.school-not-eligible'; end if;
  select value into cut_off from setting where name = 'order.cutOff' and from_day <= today order by from_day desc limit 1;
  if today > make_date(extract(year from today)::int, (cut_off ->> 'month')::int, (cut_off ->> 'day')::int) then
    raise exception 'order.cut-off-passed';
  end if;

  -- Lines at today's prices; VAT is rounded per line, half up.
  select count(*) as lines, count(*) filter (where i.state = 'validated' and not i.on_quote
      and p.unit_net_cents = l.unit_net_cents and p.vat_basis_points = l.vat_basis_points) as orderable,
      sum(l.quantity_asked * l.unit_net_cents + (l.quantity_asked * l.unit_net_cents * l.vat_basis_points + 5000) / 10000)::bigint as cents,
      string_agg(l.item_name || coalesce(', ' || r.name, ''), ' + ' order by l.position) as title,
      min(i.contract_id::text)::uuid as contract_id
    into asked
    from order_line l join catalogue_item i on i.id = l.item_id left join room r on r.id = l.room_id
      left join lateral (select unit_net_cents, vat_basis_points from item_price
        where item_id = i.id and from_day <= today order by from_day desc limit 1) p on true
    where l.order_id = wanted;
  if asked.lines = 0 then raise exception 'order.empty'; end if;
  if asked.lines <> asked.orderable then raise exception 'order.item-not-orderable'; end if;
  total := asked.cents;

  select * into last from ledger_entry where envelope_id = spending order by sequence desc limit 1;
  if coalesce(last.available_after, 0) < total then raise exception 'budget.not-enough'; end if;
  insert into ledger_entry (envelope_id, sequence, kind, posted_at, actor, order_id, opened_before, reserved_before,
      committed_before, spent_before, reserved_change, opens_hold, hold_cents)
    values (spending, last.sequence + 1, 'reservation', at, current_actor(), wanted, last.opened_after, last.reserved_after,
      last.committed_after, last.spent_after, total, 'reserved', total)
    returning id into hold;

  new_number := coalesce(target.number, format('C-%s-%s', extract(year from today),
    to_char(nextval('order_number_' || extract(year from today)), 'FM9999999999900000')));
  update installation_order set state = 'submitted', state_since = at, number = new_number, title = asked.title,
      school_uai = place.uai, performer = case when asked.contract_id is null then 'metropole' else 'contract' end,
      contract_id = asked.contract_id, envelope_id = spending, hold_id = hold, hold_kind = 'reserved', hold_cents = total,
      asked_cents = total, approved_cents = null, submitted_by = account, submitted_at = at, version = version + 1
    where id = wanted;
  insert into order_move (order_id, action, from_state, to_state, account_id, role, at, detail)
    values (wanted, 'submit', 'draft', 'submitted', account, 'school-head', at, jsonb_build_object('reservedCents', total));

  answer := json_build_object('id', wanted, 'version', seen_version + 1, 'state', 'submitted', 'number', new_number)::text;
  update idempotency_key k set response = answer where k.account_id = account and k.route = path and k.key = repeat_key;
  return answer;
end $$;

-- Money for the round: an envelope that pays for whatever the bench orders.
create function bench.fund(schools uuid[], cents bigint) returns void language sql as $$
  insert into ledger_entry (envelope_id, sequence, kind, posted_at, actor, reason, opened_before, reserved_before,
      committed_before, spent_before, opened_change)
  select e.id, coalesce(l.sequence, 0) + 1, 'allocation', now(), current_actor(), 'bench', coalesce(l.opened_after, 0),
      coalesce(l.reserved_after, 0), coalesce(l.committed_after, 0), coalesce(l.spent_after, 0), cents
    from envelope e
    left join lateral (select * from ledger_entry where envelope_id = e.id order by sequence desc limit 1) l on true
    where e.school_id = any(schools) and e.kind = 'installation' and e.year = extract(year from current_date);
$$;

-- A draft of two lines, the first in a room, each well above 300 €: nothing is approved of itself after it, so that a
-- submission is one decision and one transaction on either side.
create function bench.draft(account uuid, school uuid) returns uuid language plpgsql as $$
declare drafted uuid;
begin
  insert into installation_order (basket_id, school_id, school_uai, created_by, created_at, state_since, version)
    select uuidv7(), s.id, s.uai, account, now(), now(), 2 from school s where s.id = school
    returning id into drafted;
  insert into order_move (order_id, action, to_state, account_id, role, at)
    values (drafted, 'compose', 'draft', account, 'school-head', now());
  insert into order_line (order_id, position, item_id, item_name, unit, room_id, quantity_asked, unit_net_cents, vat_basis_points)
    select drafted, row_number() over (order by i.id) - 1, i.id, i.name, i.unit,
        case when row_number() over (order by i.id) = 1
          then (select r.id from room r where r.school_id = school and not r.removed order by r.id limit 1) end,
        40000 / p.unit_net_cents + 1, p.unit_net_cents, p.vat_basis_points
      from catalogue_item i
      join lateral (select unit_net_cents, vat_basis_points from item_price
        where item_id = i.id and from_day <= current_date order by from_day desc limit 1) p on true
      where i.state = 'validated' and not i.on_quote and i.contract_id is null and p.unit_net_cents between 100 and 100000
        and not (i.needs_power or i.needs_network or i.needs_furniture)
      order by i.id limit 2;
  return drafted;
end $$;
