create table session (
    id               text primary key check (id ~ '^ses_[0-9a-f]{32}$'),
    user_id          text not null,
    organization     text,
    title            text check (length(title) <= 200),
    agent            text check (length(agent) <= 200),
    environment      text check (environment in ('development', 'staging', 'production')),
    status           text not null check (status in ('active', 'ended', 'expired')),
    revision         bigint not null check (revision >= 0),
    applied_revision bigint not null check (applied_revision between 0 and revision),
    failed_revision  bigint not null check (failed_revision between 0 and revision),
    sequence         bigint not null check (sequence >= 0),
    token_generation bigint not null check (token_generation >= 1),
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    ended_at         timestamptz,
    check ((status = 'active') = (ended_at is null))
);

create index session_of_user on session (user_id, id);
create index session_due on session (expires_at) where status = 'active';
