drop table training_feed;
