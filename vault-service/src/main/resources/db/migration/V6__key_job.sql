-- Work on keys in the background. Whoever holds a job has its fence number; a lease that was not renewed is anybody's.
create table key_job (
    id text primary key check (id ~ '^job_[0-9a-f]{32}$'),
    kind text not null check (kind in ('rotate', 'rewrap', 'reencrypt', 'destroy')),
    owner text check (owner ~ '^(user|organization):.'),
    total bigint check (total >= 0),
    done bigint not null check (done >= 0),
    failed bigint not null check (failed >= 0),
    newest_version integer check (newest_version >= 1),
    at_owner text,
    after text not null,
    fence bigint not null check (fence >= 0),
    lease_until timestamptz,
    attempts integer not null check (attempts >= 0),
    due_at timestamptz not null,
    last_error text,
    last_error_at timestamptz,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    check ((kind = 'destroy') = (owner is not null)),
    check ((last_error is null) = (last_error_at is null))
);

-- One at a time of each kind, and of destroying for each owner.
create unique index key_job_unfinished on key_job (kind, owner) nulls not distinct where finished_at is null;
create index key_job_due on key_job (kind, due_at) where finished_at is null;

-- What a job could not do, and why.
create table key_job_left_behind (
    job text not null references key_job (id),
    subject text not null,
    code text not null,
    at timestamptz not null,
    primary key (job, subject)
);

-- A destroyed key keeps its row, so the foreign keys do not stop a secret that was sealed under it just before. The lock makes the two wait for each
-- other; the failure is that of the foreign key.
create function require_data_key() returns trigger language plpgsql as $$
begin
    perform 1 from data_key where id = new.data_key and destroyed_at is null for share;
    if not found then
        raise foreign_key_violation using message = 'the data key is gone', constraint = tg_table_name || '_data_key_fkey';
    end if;
    return new;
end $$;

create trigger secret_data_key_there before insert on secret for each row execute function require_data_key();
create trigger secret_data_key_moves before update of data_key on secret for each row
    when (new.data_key <> old.data_key) execute function require_data_key();
create trigger secret_version_data_key_there before insert on secret_version for each row execute function require_data_key();
create trigger secret_version_data_key_moves before update of data_key on secret_version for each row
    when (new.data_key <> old.data_key) execute function require_data_key();
