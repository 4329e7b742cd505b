-- What is odd about the current value, as codes.
alter table secret add column findings varchar(30)[] not null default '{}';
update secret set findings = array['format'] where not well_formed;
alter table secret alter column findings drop default;
alter table secret drop column well_formed;
