-- Nobody asks for the events about a session by their subject: the index by session has them. They are most of the events: each delivery is one.
--
-- With a long trail this takes longer than a start may: see docs/runbooks/long-audit-trail.md. An index that is there already is taken as it is.
create index if not exists audit_event_by_other_subject on audit_event (subject_id, time desc) where subject_kind <> 'session';
drop index audit_event_by_subject;
