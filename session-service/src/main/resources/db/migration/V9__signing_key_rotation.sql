-- A key is published before it signs, and after: next, current, retired.
alter table signing_key add column state text not null default 'current' check (state in ('next', 'current', 'retired'));
alter table signing_key add column signs_since timestamptz;

update signing_key set signs_since = created_at;
update signing_key set state = 'retired' where retired_at is not null;

alter table signing_key alter column state drop default;
alter table signing_key add check ((state = 'next') = (signs_since is null));
alter table signing_key add check ((state = 'retired') = (retired_at is not null));

drop index signing_key_current;
create unique index signing_key_current on signing_key (purpose) where state = 'current';
create unique index signing_key_next on signing_key (purpose) where state = 'next';
