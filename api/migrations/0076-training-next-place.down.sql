drop function training_next_place(uuid);
