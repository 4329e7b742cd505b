-- When somebody should look at what is active; null while nothing is.
alter table session add column review_due_at timestamptz;

create index session_review_due on session (review_due_at) where status = 'active' and review_due_at is not null;

-- What became of an agent's latest requests decides how long it waits before the next.
create index activation_request_decided on activation_request (session_id, decided_at) where decided_at is not null;

-- Authenticates what is active in the session at its revision; null while nothing is. What was active before this column needs its user's word again.
alter table session add column set_mac bytea check (length(set_mac) = 32);
alter table session add column set_mac_key uuid references data_key (id);
alter table session add check ((set_mac is null) = (set_mac_key is null));
