-- Where each chain ends. The writer of a chain holds the lock of its row.
create table chain_head (
    partition integer primary key check (partition >= 0),
    sequence  bigint not null check (sequence >= 0),
    hash      bytea not null check (length(hash) = 32)
);

-- The trail. content holds the bytes that were hashed; the other columns repeat parts of it so that they can be searched.
create table audit_event (
    id            text primary key,
    partition     integer not null references chain_head,
    sequence      bigint not null check (sequence > 0),
    time          timestamptz not null,
    type          text not null,
    actor_kind    text not null,
    actor_id      text not null,
    subject_kind  text not null,
    subject_id    text not null,
    session       text,
    owner         text,
    outcome       text not null check (outcome in ('success', 'denied', 'failure')),
    content       bytea not null,
    previous_hash bytea not null check (length(previous_hash) = 32),
    hash          bytea not null check (length(hash) = 32),
    unique (partition, sequence)
);

create index audit_event_newest on audit_event (time desc, id desc);
create index audit_event_of_owner on audit_event (owner, time desc, id desc) where owner is not null;
create index audit_event_of_actor on audit_event (actor_kind, actor_id, time desc, id desc);
create index audit_event_of_session on audit_event (session, time desc, id desc) where session is not null;
create index audit_event_of_subject on audit_event (subject_id, time desc, id desc);
create index audit_event_of_type on audit_event (type, time desc, id desc);
create index audit_event_session_created on audit_event (owner, session) where type = 'session.created';

-- Keeps mistakes out. Whoever can drop a trigger is found by the hashes.
create function refuse_change_of_audit_event() returns trigger language plpgsql as
$$
begin
    raise exception 'the audit trail is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function refuse_change_of_audit_event();
create trigger audit_event_not_truncated before truncate on audit_event
    for each statement execute function refuse_change_of_audit_event();
