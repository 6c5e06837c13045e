/** Lists sent before $1: one that still waits goes whole, one that is in keeps its figures and loses its rows. */
export const FORGET_FLEET_ROWS = `with waiting as (delete from fleet_import where state = 'waiting' and uploaded_at < $1),
    shown as (update fleet_import set samples = '[]' where state = 'applied' and uploaded_at < $1 and samples <> '[]')
  delete from fleet_import_row w using fleet_import i where i.id = w.import_id and i.state = 'applied' and i.uploaded_at < $1`;
