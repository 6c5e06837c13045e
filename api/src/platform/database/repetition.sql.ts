/** Forgets the keys of repetition from before $1. */
export const FORGET_REPETITION_KEYS = 'delete from idempotency_key where created_at < $1';
/** Puts $2 where a kept answer, which is JSON without spaces, holds the text $1 as a value: whole, so that no name breaks. */
export const REDACT_ANSWERS = `update idempotency_key set response = replace(response, ':' || to_json($1::text)::text, ':' || to_json($2::text)::text)
  where position(':' || to_json($1::text)::text in response) > 0`;
