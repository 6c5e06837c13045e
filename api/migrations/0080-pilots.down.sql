drop table pilot_opinion;
drop table pilot;
