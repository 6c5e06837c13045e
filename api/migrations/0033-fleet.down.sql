drop table equipment_move;
drop table equipment;
drop table stock_place;
