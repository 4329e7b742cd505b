-- How something was active in a session before: a diagnosis tells it.
create index activation_ended on activation (session_id, candidate_id, ended_at desc) where ended_at is not null;
