-- Installation and maintenance are voted apart: each envelope has a rule of its own. The one there was held for both.
insert into setting (name, value, from_day, source)
  select 'allocation.rule.maintenance', value, from_day, source from setting where name = 'allocation.rule' order by from_day;
update setting set name = 'allocation.rule.installation' where name = 'allocation.rule';
