-- Secrets and their versions. Values are only ever stored sealed; the row's MAC covers what decides a release.
create table secret (
    id text primary key check (id ~ '^sec_[0-9a-f]{32}$'),
    owner text not null check (owner ~ '^(user|organization):.'),
    name text not null check (length(name) between 1 and 128),
    variable text not null check (variable ~ '^[A-Za-z_][A-Za-z0-9_]{0,127}$'),
    kind text not null check (kind in ('env', 'file', 'variable')),
    description text not null check (length(description) <= 1000),
    tags varchar(50)[] not null,
    environment text check (environment in ('development', 'staging', 'production')),
    integration text,
    account text check (length(account) between 1 and 64),
    expires_at timestamptz,
    rotate_every text,
    version bigint not null check (version >= 1),
    epoch bigint not null check (epoch >= 1),
    sequence bigint not null check (sequence >= 1),
    status text not null check (status in ('active', 'compromised', 'deleted')),
    well_formed boolean not null,
    data_key uuid not null references data_key (id),
    mac bytea not null check (length(mac) = 32),
    value_changed_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz,
    check ((status = 'deleted') = (deleted_at is not null))
);

-- Two secrets of one owner may share a name when account or environment tells them apart. A deleted one does not block its name.
create unique index secret_name on secret (owner, name, account, environment) nulls not distinct where deleted_at is null;

-- Lists: an owner's secrets, newest first.
create index secret_owner on secret (owner, id desc);
create index secret_data_key on secret (data_key);

create table secret_version (
    secret text not null references secret (id),
    number bigint not null check (number >= 1),
    data_key uuid not null references data_key (id),
    sealed bytea,
    reason text check (length(reason) <= 500),
    created_by text not null,
    created_at timestamptz not null,
    destroyed_at timestamptz,
    primary key (secret, number),
    check ((sealed is null) = (destroyed_at is not null))
);

create index secret_version_data_key on secret_version (data_key);
