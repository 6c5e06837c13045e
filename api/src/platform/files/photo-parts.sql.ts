/** Forgets parts from before $1 of photos that never came whole. */
export const FORGET_PHOTO_PARTS = 'delete from photo_part where received_at < $1';
