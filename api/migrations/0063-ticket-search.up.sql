create index ticket_number_search on ticket using gin (search_text(number) gin_trgm_ops);
