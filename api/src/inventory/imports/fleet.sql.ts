/** Rows of lists sent before $1, and the first rows that were shown of them. */
export const FORGET_FLEET_ROWS = `with forgotten as (
    update fleet_import set samples = '[]' where uploaded_at < $1 and samples <> '[]' returning id)
  delete from fleet_import_row w using fleet_import i where i.id = w.import_id and i.uploaded_at < $1`;
