-- Why something is missing in a session's newest reported bundle.
create table bundle_failure (
    session_id   text not null references session (id),
    candidate_id text not null check (candidate_id ~ '^(sec|con)_[0-9a-f]{32}$'),
    revision     bigint not null check (revision >= 0),
    code         text not null check (length(code) <= 100),
    primary key (session_id, candidate_id)
);
