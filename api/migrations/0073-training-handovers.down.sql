drop table training_handover_request;
drop table training_handover;
