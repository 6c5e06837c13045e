-- What a search looks at: besides case and accents, it does not count hyphens, apostrophes and dots, and takes « St »
-- and « Ste » for what they stand for. « st chamond » finds Saint-Chamond, « sacre coeur » finds Sacré-Cœur.
create function search_text(value text) returns text
  language sql immutable strict parallel safe
  as $$ select replace(replace(
    ' ' || regexp_replace(lower(public.unaccent('public.unaccent', normalize(value, nfc))), '[^a-z0-9]+', ' ', 'g') || ' ',
    ' st ', ' saint '), ' ste ', ' sainte ') $$;

-- A LIKE pattern that finds the words one after the other. Nothing finds everything, signs alone find nothing.
create function search_pattern(search text) returns text
  language sql immutable strict parallel safe
  as $$ select case when btrim(search) = '' then '%' when btrim(search_text(search)) = '' then ''
    else '%' || btrim(search_text(search)) || '%' end $$;

-- One LIKE pattern a word, to be matched all, in any order; likewise.
create function search_patterns(search text) returns text[]
  language sql immutable strict parallel safe
  as $$ select case when btrim(search) <> '' and btrim(search_text(search)) = '' then array['']
    else array(select '%' || word || '%' from unnest(string_to_array(btrim(search_text(search)), ' ')) word) end $$;

drop index school_search;
create index school_search on school using gin (search_text(name || ' ' || uai) gin_trgm_ops);
drop index catalogue_item_search;
create index catalogue_item_search on catalogue_item
  using gin (search_text(name || ' ' || reference || ' ' || description) gin_trgm_ops);
drop index installation_order_search;
create index installation_order_search on installation_order
  using gin (search_text(coalesce(number, '') || ' ' || title) gin_trgm_ops);
