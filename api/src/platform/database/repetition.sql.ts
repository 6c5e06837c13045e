/** Forgets the keys of repetition from before $1. */
export const FORGET_REPETITION_KEYS = 'delete from idempotency_key where created_at < $1';
/** Puts $2 in place of the text $1 in kept answers, which are JSON. */
export const REDACT_ANSWERS = `update idempotency_key set response = replace(response, trim(both '"' from to_json($1::text)::text), $2)
  where position(trim(both '"' from to_json($1::text)::text) in response) > 0`;
