-- What was sent moves to a table of its own. To mark it in place wrote every row, and its entries in four indexes, a second time.
create table outbox_sent (
    id          bigint not null,
    event_id    text not null,
    topic       text not null,
    key         text not null,
    type        text not null,
    subject     text not null,
    sequence    bigint not null,
    time        timestamptz not null,
    traceparent text,
    data        text not null,
    created_at  timestamptz not null,
    sent_at     timestamptz not null default now()
);

-- In one statement, which sees one snapshot: a relay may still be marking.
with sent as (delete from outbox_message where sent_at is not null returning *)
insert into outbox_sent select id, event_id, topic, key, type, subject, sequence, time, traceparent, data, created_at, sent_at from sent;

create index outbox_sent_at on outbox_sent (sent_at);

drop index outbox_message_unsent;
drop index outbox_message_sent;
alter table outbox_message drop column sent_at;
-- Ids are made by the service and say when: nothing is looked for by them here.
alter table outbox_message drop constraint outbox_message_event_id_key;

-- Both, for whoever looks for an event and does not know whether it was sent.
create view outbox_event as
    select id, event_id, topic, key, type, subject, sequence, time, traceparent, data, created_at, null::timestamptz as sent_at
    from outbox_message
    union all
    select id, event_id, topic, key, type, subject, sequence, time, traceparent, data, created_at, sent_at from outbox_sent;
