-- When to tell that a new value is due; null when nobody wants to know, or it was told.
alter table secret add column rotation_tell_at timestamptz;
update secret set rotation_tell_at = value_changed_at + rotate_every::interval where rotate_every is not null;
create index secret_rotation_tell_at on secret (rotation_tell_at) where rotation_tell_at is not null;
