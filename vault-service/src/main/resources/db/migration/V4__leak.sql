-- Up to which version a secret's values are known to others; 0: none was reported.
alter table secret add column leaked_version bigint not null default 0 check (leaked_version between 0 and version);
alter table secret alter column leaked_version drop default;

-- A digest of each value, sealed like the value and kept when that is destroyed: a leaked value is recognized when it is given again. An empty one,
-- of a version from before, is no seal and counts as broken.
alter table secret_version add column digest bytea not null default '';
alter table secret_version alter column digest drop default;

-- Which sessions a secret was released to.
create table session_release (
    secret text not null,
    session text not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    count bigint not null check (count >= 1),
    primary key (secret, session)
);
