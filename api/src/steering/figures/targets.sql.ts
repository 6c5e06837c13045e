/** The targets that hold on a day `$1`, one a figure: settings `target.KEY`. */
export const TARGETS_ON = `select substr(t.name, 8) as key, json_build_object('value', t.value->'value', 'by', t.value->>'by', 'source', t.source) as target
  from (select distinct on (name) name, value, source from setting where name like 'target.%' and from_day <= $1 order by name, from_day desc) t`;
