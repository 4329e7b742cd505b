create table activation_request (
    id             text primary key check (id ~ '^req_[0-9a-f]{32}$'),
    session_id     text not null references session (id),
    requester_kind text not null,
    requester_id   text not null,
    phrase         text check (length(phrase) <= 500),
    reason         text check (length(reason) <= 500),
    status         text not null check (status in ('proposed', 'ambiguous', 'no-match', 'confirmed', 'denied', 'expired', 'superseded')),
    proposal       text not null check (proposal is json object),
    set_hash       text not null,
    nonce          text not null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    decided_by     text,
    decided_at     timestamptz,
    denial_reason  text check (length(denial_reason) <= 500)
);

create unique index activation_request_open on activation_request (session_id) where status = 'proposed';
create index activation_request_of_session on activation_request (session_id, id);
