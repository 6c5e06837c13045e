drop table training_survey_answer;
drop table training_survey_ticket;
drop table training_survey;
