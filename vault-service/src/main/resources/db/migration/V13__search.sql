-- Both are trusted extensions: whoever may create in this database may create them, unless an administrator did so before.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- What a text is looked for in. The unit separator keeps a match from going over from one field to the next.
create function secret_words(name text, variable text, account text, integration text, description text) returns text
    language sql immutable parallel safe
    return lower(name || chr(31) || variable || chr(31) || coalesce(account, '') || chr(31) || coalesce(integration, '') || chr(31) || description);

-- Searches for a part of a text, among one owner's.
create index secret_words on secret using gin (owner, secret_words(name, variable, account, integration, description) gin_trgm_ops);
