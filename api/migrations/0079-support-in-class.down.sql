drop trigger training_date_trainer_elsewhere on training_date;
drop table support_move;
drop table support_request;
drop function trainer_is_elsewhere();
