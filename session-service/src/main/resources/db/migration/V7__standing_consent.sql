-- Consent in advance: what becomes active when a session of that user, agent and organization begins.
create table standing_consent (
    id           text primary key check (id ~ '^sco_[0-9a-f]{32}$'),
    user_id      text not null,
    agent        text not null check (length(agent) between 1 and 200),
    organization text,
    proposal     text not null check (proposal is json object),
    set_hash     text not null,
    proven_at    timestamptz not null,
    created_at   timestamptz not null,
    active_until timestamptz not null check (active_until > created_at),
    revoked_at   timestamptz
);

create index standing_consent_of_user on standing_consent (user_id, id);
create index standing_consent_of_agent on standing_consent (user_id, agent, active_until) where revoked_at is null;

-- What came of each consent at the beginning of each session, once.
create table standing_consent_use (
    consent_id text not null references standing_consent (id),
    session_id text not null references session (id),
    outcome    text not null,
    used_at    timestamptz not null,
    primary key (consent_id, session_id)
);

alter table activation add column standing_consent_id text references standing_consent (id);

create index activation_live_of_consent on activation (standing_consent_id) where ended_at is null and standing_consent_id is not null;
