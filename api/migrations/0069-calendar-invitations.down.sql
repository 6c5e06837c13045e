alter table mail drop column calendar;
