drop index ticket_number_search;
