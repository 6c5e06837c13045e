drop table equipment_move;
drop function equipment_words(equipment);
drop table equipment;
drop table stock_place;
