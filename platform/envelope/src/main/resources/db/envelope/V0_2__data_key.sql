-- Wrapped data keys: one current key per owner, retired ones until nothing is sealed under them.
create table data_key (
    id uuid primary key,
    owner text not null check (owner ~ '^(user|organization):.'),
    key_version integer not null check (key_version >= 1),
    ciphertext text not null,
    created_at timestamptz not null,
    retired_at timestamptz
);

create unique index data_key_current on data_key (owner) where retired_at is null;
