-- Events on their way to Kafka, written in the transaction of the state they tell about.
create table outbox_message (
    id          bigint generated always as identity primary key,
    event_id    text not null unique,
    topic       text not null,
    key         text not null,
    type        text not null,
    subject     text not null,
    sequence    bigint not null,
    time        timestamptz not null,
    traceparent text,
    data        text not null,
    created_at  timestamptz not null default now(),
    sent_at     timestamptz
);

create index outbox_message_unsent on outbox_message (id) where sent_at is null;
create index outbox_message_sent on outbox_message (sent_at) where sent_at is not null;

-- Events that were applied, so that one delivered again is not applied again.
create table processed_event (
    event_id     text primary key,
    processed_at timestamptz not null default now()
);

create index processed_event_processed_at on processed_event (processed_at);
