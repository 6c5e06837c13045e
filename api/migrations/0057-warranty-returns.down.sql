drop table warranty_return_move;
drop table warranty_return;
