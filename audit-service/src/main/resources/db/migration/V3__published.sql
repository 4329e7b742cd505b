-- How far each chain is on audit.v1: its entries are their own outbox. Those that are there already are published, or stand in outbox_message.
--
-- Whoever appends locks a head first, and this waits for all of them: each append was before it, or is after the number that is taken here.
alter table chain_head add column published bigint not null default 0;
update chain_head set published = sequence;
alter table chain_head add check (published between 0 and sequence);
