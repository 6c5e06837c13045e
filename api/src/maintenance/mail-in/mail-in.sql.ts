import { MAIL_REFUSAL_DAYS } from '@parc/domain';

/** What the nightly purge forgets: answers from before $1. Their texts are comments. */
export const FORGET_RECEIVED_MAILS = 'delete from received_mail where received_at < $1';

/** One more of the day $1 and the reason $2. */
export const COUNT_REFUSAL = `insert into mail_refusal as m (day, reason, count) values ($1, $2, 1)
  on conflict (day, reason) do update set count = m.count + 1`;

/** How many of each reason in the days up to $1, the most frequent first. */
export const REFUSALS_BY_REASON = `select reason, sum(count)::int as count, max(day)::text as "lastOn"
  from mail_refusal where day > $1::date - ${MAIL_REFUSAL_DAYS} and day <= $1::date group by reason order by 2 desc, reason`;

/** Those of one account wait for each other, so that its quota holds. */
export const IN_TURN_OF_ACCOUNT = `select pg_advisory_xact_lock(hashtext('received mail ' || $1))`;

/** How many the account $1 has sent since $2. */
export const RECEIVED_SINCE =
  'select count(*)::int as count from received_mail where account_id = $1 and received_at > $2';

/** Takes a mail once: no row comes back of one that was taken. */
export const TAKE_MAIL = `insert into received_mail (message_hash, account_id, ticket_id, received_at) values ($1, $2, $3, $4)
  on conflict (message_hash) do nothing returning id`;

/** The ticket of the number $1. */
export const TICKET_BY_NUMBER = 'select id from ticket where number = $1';
