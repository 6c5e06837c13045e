drop table photo_part;
