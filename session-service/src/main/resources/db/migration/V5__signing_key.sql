-- The private halves are sealed under this service's own data key.
create table signing_key (
    id          text primary key,
    purpose     text not null check (purpose in ('session-token', 'grant')),
    public_key  bytea not null,
    sealed_key  bytea not null,
    data_key_id uuid not null references data_key (id),
    created_at  timestamptz not null,
    retired_at  timestamptz
);

create unique index signing_key_current on signing_key (purpose) where retired_at is null;
