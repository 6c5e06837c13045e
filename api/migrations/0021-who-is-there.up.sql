-- Who signs in, from where, and who confirmed (rules.md 1, 4, 11).

-- Tries of the last minutes: of one address whatever the accounts, of one account whatever the addresses. The moments
-- themselves, so that what is old leaves the count by itself.
create table sign_in_window (
  key text primary key,
  tries timestamptz[] not null,
  last_at timestamptz not null
);

-- Where an account has signed in before: such a pair does not wait behind its address, nor behind who guesses from elsewhere.
create table sign_in_place (
  account_key text not null,
  address_key text not null,
  last_at timestamptz not null,
  primary key (account_key, address_key)
);
create index sign_in_place_age on sign_in_place (last_at);

-- Keys were made of the address typed, and the address alone counted here too.
delete from sign_in_try;

-- Who confirmed does not certify.
alter table installation_order add column confirmed_by uuid references account;
select set_config('parc.actor', 'system:migration', true);
update installation_order o set confirmed_by = (
    select m.account_id from order_move m where m.order_id = o.id and m.action = 'confirm' order by m.at desc, m.id desc limit 1)
  where o.confirmed_at is not null and o.confirmed_by_default_by is null;
alter table installation_order add constraint order_confirmed_by_one check (num_nonnulls(confirmed_by, confirmed_by_default_by) <= 1);

-- Fast hashes of bodies that hold a confirmation code of six digits.
delete from idempotency_key where route like '%/confirm-on-site';

-- What a request wrote is kept only while its session holds, as the lists judge it: not ended, at this version, of an
-- active account, under an assignment of today. A person who ends their own session in it has asked for that.
drop function session_holds(uuid, int);
create function session_holds(asking uuid, at_version int, today date default (now() at time zone 'Europe/Paris')::date)
  returns boolean language plpgsql stable as $$
begin
  if asking is not null and not exists (
    select from session s join account c on c.id = s.account_id join assignment a on a.id = s.assignment_id
     where s.id = asking and (s.xmin = pg_current_xact_id()::xid
       or s.ended_at is null and s.version = at_version and c.active
         and a.from_day <= today and (a.to_day is null or a.to_day > today))) then
    raise exception 'session % has ended', asking using errcode = 'PA007';
  end if;
  return true;
end $$;
