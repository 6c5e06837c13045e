/** Forgets the keys of repetition from before $1. */
export const FORGET_REPETITION_KEYS = 'delete from idempotency_key where created_at < $1';
