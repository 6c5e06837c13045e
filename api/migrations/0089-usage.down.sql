drop table usage_whole;
drop table usage_superseded;
drop function usage_year(int);
drop table usage_week;
drop table usage_waiting;
drop table usage_batch;
drop table usage_token;
drop table usage_source;
