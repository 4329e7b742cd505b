-- An owner's secrets, newest first, in an order that only this index has: read backwards it gives owner and id descending. The index in the order of
-- (owner, id desc) gave the order of ids that the primary key has too, and with few owners the planner took that one and walked over everybody's.
create index secret_newest on secret (owner, id);
drop index secret_owner;
