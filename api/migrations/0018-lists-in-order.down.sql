drop index contract_by_number;
drop index account_by_name;
drop index mail_age;
