drop function phone_told(uuid, uuid, int, text, int, int[], timestamptz);
drop table phone_act;
drop table photo_part;
