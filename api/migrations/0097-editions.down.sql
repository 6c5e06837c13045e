drop table edition_part;
drop table edition;
drop sequence edition_number;
drop table frozen_content;
