-- Who left which organization, last: tokens made before do not prove membership any more.
create table member_removal (
    organization text not null,
    user_id      text not null,
    removed_at   timestamptz not null,
    primary key (organization, user_id)
);

create index session_of_member on session (organization, user_id) where status = 'active';
