drop index installation_order_search;
create index installation_order_search on installation_order
  using gin (plain_text(coalesce(number, '') || ' ' || title) gin_trgm_ops);
drop index catalogue_item_search;
create index catalogue_item_search on catalogue_item
  using gin (plain_text(name || ' ' || reference || ' ' || description) gin_trgm_ops);
drop index school_search;
create index school_search on school using gin (plain_text(name || ' ' || uai) gin_trgm_ops);
drop function search_patterns(text);
drop function search_pattern(text);
drop function search_text(text);
