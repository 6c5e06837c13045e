-- What a file would have changed is read for a while; its counts and who applied it stay for good.
alter table directory_import add column details_removed_at timestamptz;
