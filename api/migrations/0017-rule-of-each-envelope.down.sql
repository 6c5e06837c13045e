delete from setting where name = 'allocation.rule.maintenance';
update setting set name = 'allocation.rule' where name = 'allocation.rule.installation';
