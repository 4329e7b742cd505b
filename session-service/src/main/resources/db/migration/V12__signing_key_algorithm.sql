-- Grants are signed with ES256, whose keys are read in another way. A replica from before makes RSA keys and does not say so.
alter table signing_key add column algorithm text not null default 'RS256' check (algorithm in ('RS256', 'ES256'));
