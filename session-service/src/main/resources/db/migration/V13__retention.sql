-- What is deleted some time after it was over is found by its age, and what refers to it by what it refers to.
create index if not exists session_over on session (ended_at) where ended_at is not null;
create index if not exists activation_of_session on activation (session_id);
create index if not exists activation_by_consent on activation (standing_consent_id) where standing_consent_id is not null;
create index if not exists standing_consent_use_of_session on standing_consent_use (session_id);
create index if not exists standing_consent_over on standing_consent (least(revoked_at, active_until));
create index if not exists activation_request_spent on activation_request (created_at) where status in ('superseded', 'no-match');
create index if not exists enrolment_code_by_expiry on enrolment_code (expires_at);
