-- What could be activated, in the order of names: a page of it reads a page of this.
create index secret_owner_name on secret (owner, name collate "C", id collate "C") where deleted_at is null;
