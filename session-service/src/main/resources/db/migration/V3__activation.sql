create table activation (
    id           uuid primary key,
    session_id   text not null references session (id),
    candidate_id text not null check (candidate_id ~ '^(sec|con)_[0-9a-f]{32}$'),
    owner        text not null check (owner ~ '^(user|organization):'),
    name         text not null,
    variable     text not null,
    kind         text not null check (kind in ('env', 'file', 'variable')),
    mode         text not null check (mode in ('value')),
    integration  text,
    account      text,
    environment  text check (environment in ('development', 'staging', 'production')),
    epoch        bigint not null,
    confirmed_by text not null,
    activated_at timestamptz not null,
    active_until timestamptz not null,
    ended_at     timestamptz,
    end_reason   text,
    check ((ended_at is null) = (end_reason is null))
);

-- What is active: each thing once, each variable once.
create unique index activation_live on activation (session_id, candidate_id) where ended_at is null;
create unique index activation_live_variable on activation (session_id, variable) where ended_at is null;
create index activation_live_candidate on activation (candidate_id, epoch) where ended_at is null;
create index activation_due on activation (active_until) where ended_at is null;
