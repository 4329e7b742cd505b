-- A destroyed key leaves its row without the key, so that what was sealed under it is known to be gone by order and not by accident.
alter table data_key add column destroyed_at timestamptz check (destroyed_at is null or retired_at is not null);
alter table data_key alter column ciphertext drop not null;
alter table data_key add check ((ciphertext is null) = (destroyed_at is not null));

create index data_key_owner on data_key (owner);
-- What rewrapping looks for, and what may be deleted.
create index data_key_version on data_key (key_version, id) where destroyed_at is null;
create index data_key_retired on data_key (retired_at) where retired_at is not null;
