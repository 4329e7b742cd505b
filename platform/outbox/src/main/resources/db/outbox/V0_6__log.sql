-- The outbox is a log: an event is written once and stays where it is until it is old. What was sent is everything up to a position but the gaps.
-- Under another name the relay of the release before does not find the column, and leaves the sending to those who know the gaps.
alter table outbox_message rename column id to position;

create table outbox_progress (
    one    boolean primary key default true check (one),
    passed bigint not null
);

-- Positions up to the passed one that were not sent: of transactions that were still running, that rolled back, or of a topic that failed.
create table outbox_gap (
    first   bigint primary key,
    last    bigint not null check (last >= first),
    holders text[] not null default '{}',
    ended   boolean not null default false
);
comment on column outbox_gap.holders is 'the virtual transactions that could hold a position in it when it was seen';
comment on column outbox_gap.ended is 'whether all of them have ended, so that what is not here never will be';

insert into outbox_progress (passed)
select greatest((select max(position) from outbox_message), (select max(id) from outbox_sent), 0);

insert into outbox_gap (first, last)
select lower(unsent), upper(unsent) - 1
from (select unnest(range_agg(int8range(position, position, '[]'))) as unsent from outbox_message) as message;

insert into outbox_message (position, event_id, topic, key, type, subject, sequence, time, traceparent, data, created_at)
overriding system value
select id, event_id, topic, key, type, subject, sequence, time, traceparent, data, created_at from outbox_sent
on conflict (position) do nothing;

drop view outbox_event;
drop table outbox_sent;

-- The transactions that have inserted or are about to: whoever inserts locks the table before a position is given out, until the commit can be seen.
create view outbox_writer as
    select virtualtransaction from pg_locks
    where relation = 'outbox_message'::regclass and mode = 'RowExclusiveLock'
    and database = (select oid from pg_database where datname = current_database());

create view outbox_unsent as
    select message.* from outbox_message as message where position > (select passed from outbox_progress)
    union all
    select message.* from outbox_gap join outbox_message as message on position between first and last;

-- Rows are read once, right after they were written, and by their position: that all can see them is worth no work of its own.
alter table outbox_message set (autovacuum_vacuum_insert_threshold = -1);
