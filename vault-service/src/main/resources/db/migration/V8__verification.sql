-- The last attempt to verify a secret at its provider, and the last result.
create table secret_verification (
    secret text primary key references secret (id) on delete cascade,
    attempted_at timestamptz not null,
    version bigint check (version >= 1),
    status text check (status in ('valid', 'invalid', 'expired')),
    verified_at timestamptz,
    check ((status is null) = (version is null) and (status is null) = (verified_at is null))
);

-- How many attempts an owner made since the minute began that is being counted.
create table verification_budget (
    owner text primary key,
    since timestamptz not null,
    used integer not null check (used >= 1)
);
