/** The database's own day may be another for two hours of the night. */
const PARIS_TODAY = `(now() at time zone 'Europe/Paris')::date`;

/** Does the session hold at this version: not ended, its account active, its assignment of today? Both are placeholders. */
export const sessionHolds = (session: string, version: string) =>
  `exists (select from session s join assignment a on a.id = s.assignment_id join account c on c.id = s.account_id
    where s.id = ${session} and s.version = ${version} and s.ended_at is null and c.active
      and a.from_day <= ${PARIS_TODAY} and (a.to_day is null or a.to_day > ${PARIS_TODAY}))`;

/** What the nightly purge forgets, each before $1: sessions ended or run out, used links, old tries of a password. */
export const FORGET_SESSIONS = 'delete from session where least(expires_at, ended_at) < $1';
/** A device that comes back later than that finds nothing of it, and no session either. */
export const FORGET_PHONES = 'delete from phone where revoked_at < $1';
export const FORGET_LINKS = 'delete from credential_link where expires_at < $1';
export const FORGET_TRIES = 'delete from sign_in_try where last_failure_at < $1';
export const FORGET_WINDOWS = 'delete from sign_in_window where last_at < $1';
/** Where nobody of the account has signed in for that long. */
export const FORGET_PLACES = 'delete from sign_in_place where last_at < $1';
export const FORGET_EVENTS = 'delete from security_event where at < $1';

/** Accounts whose last role ended before $1 keep their identifier, which every act names, and nothing of the person. */
export const PSEUDONYMISE_ACCOUNTS = `update account c
    set name = 'Ancien compte', email = 'ancien-' || c.id || '@compte.invalid', password_hash = null,
        confirmation_code_hash = null, active = false, version = version + 1
  where c.email <> 'ancien-' || c.id || '@compte.invalid'
    and exists (select from assignment a where a.account_id = c.id)
    and not exists (select from assignment a
      where a.account_id = c.id and (a.to_day is null or a.to_day >= ($1::timestamptz at time zone 'Europe/Paris')::date))`;
