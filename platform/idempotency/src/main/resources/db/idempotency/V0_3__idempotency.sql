-- What a creating request already made, so that sending it again makes nothing twice. Holds a keyed fingerprint, never the request.
create table idempotency_record (
    caller text not null,
    path text not null,
    key text not null check (length(key) between 1 and 200),
    fingerprint bytea not null check (length(fingerprint) = 32),
    created text[] not null,
    created_at timestamptz not null,
    primary key (caller, path, key)
);

create index idempotency_record_created_at on idempotency_record (created_at);
