alter table directory_import drop column details_removed_at;
