/** Imports whose lines are still kept, applied or left alone before $1, the oldest first. */
export const IMPORTS_WITH_OLD_LINES = `select id from directory_import
        where details_removed_at is null and coalesce(applied_at, greatest(uploaded_at, progress_at)) < $1 order by uploaded_at, id`;

/** Forgets the lines of the import $1. */
export const FORGET_LINES = ['directory_import_change', 'directory_import_refusal', 'directory_import_missing'].map(
  (table) => `delete from ${table} where import_id = $1`,
);

/** The import $1 has no lines any more since $2, nor the mark of what it was compared with. */
export const LINES_FORGOTTEN =
  'update directory_import set details_removed_at = $2, directory_mark = null where id = $1';
