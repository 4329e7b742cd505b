-- Connections that are deleted some time after they were of any use are found by their last change, and what is on its way to a provider by its connection.
create index if not exists connection_revoked on connection (updated_at) where revocation in ('done', 'unsupported');
create index if not exists connection_pending on connection (updated_at) where status = 'pending';
create index if not exists authorization_attempt_of_connection on authorization_attempt (connection_id);
