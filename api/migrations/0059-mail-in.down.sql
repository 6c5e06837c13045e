drop table mail_refusal;
drop table received_mail;
alter table mail drop column answers, drop column account_id;
