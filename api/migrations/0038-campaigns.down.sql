drop table campaign_item;
drop table campaign_room;
drop table campaign_move;
drop table campaign_part;
drop function campaign_part_awaits_nothing;
drop table campaign;
