-- What is due to be purged.
create index secret_deleted_at on secret (deleted_at) where deleted_at is not null;
