-- Connections, their tokens, and authorizations that are under way. No token, state or cookie stands here in the clear.
create table connection (
    id text primary key check (id ~ '^con_[0-9a-f]{32}$'),
    owner text not null check (owner ~ '^(user|organization):.'),
    requested_by text not null,
    provider text not null,
    variable text not null,
    account text,
    environment text check (environment in ('development', 'staging', 'production')),
    status text not null check (status in ('pending', 'connected', 'refreshing', 'degraded', 'reauthorization-required', 'revoked')),
    epoch bigint not null check (epoch >= 1),
    generation bigint not null check (generation >= 0),
    sequence bigint not null check (sequence >= 1),
    requested_scopes text not null,
    granted_scopes text,
    provider_account_id text,
    provider_account_login text,
    expires_at timestamptz,
    refreshable boolean not null,
    last_refreshed_at timestamptz,
    last_error_code text,
    last_error_at timestamptz,
    revocation text check (revocation in ('open', 'done', 'unsupported')),
    release_key uuid not null,
    release_mac bytea not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check ((status = 'revoked') = (revocation is not null))
);

create index connection_of_owner on connection (owner, id);
create index connection_with_open_revocation on connection (updated_at) where revocation = 'open';

-- The tokens of a connection's current generation, sealed under the data key named here.
create table token_set (
    connection_id text primary key references connection,
    generation bigint not null check (generation >= 1),
    data_key uuid not null,
    access_token bytea not null,
    refresh_token bytea
);

-- One visit to a provider's authorization page. The row is deleted by the first answer that names its state.
create table authorization_attempt (
    state_hash text primary key check (state_hash ~ '^[0-9a-f]{64}$'),
    browser_hash text not null check (browser_hash ~ '^[0-9a-f]{64}$'),
    connection_id text not null references connection,
    subject text not null,
    provider text not null,
    expires_at timestamptz not null
);

create index authorization_attempt_by_expiry on authorization_attempt (expires_at);

-- The journal of refreshes under way: written before a provider is called, gone once the outcome is stored.
create table refresh_intent (
    connection_id text primary key references connection,
    generation bigint not null,
    attempt uuid not null,
    tries integer not null check (tries >= 1),
    lease_until timestamptz not null
);
