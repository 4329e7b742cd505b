-- Only the hash of a code is kept; a code has 256 random bits, so the hash needs no salt and no stretching.
create table enrolment_code (
    code_hash   bytea primary key check (length(code_hash) = 32),
    session_id  text not null references session (id),
    expires_at  timestamptz not null,
    redeemed_at timestamptz,
    revoked_at  timestamptz
);

create index enrolment_code_of_session on enrolment_code (session_id);
