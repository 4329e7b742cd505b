-- Looks into the gaps, of which there are few or none, for what stands in them. A join may be read the other way around: each event of the past days, and
-- whether it stands in a gap. "offset 0" leaves PostgreSQL no such choice.
create or replace view outbox_unsent as
    select message.* from outbox_message as message where position > (select passed from outbox_progress)
    union all
    select message.* from outbox_gap as gap
    cross join lateral (select * from outbox_message where position between gap.first and gap.last offset 0) as message;

analyze outbox_gap;
