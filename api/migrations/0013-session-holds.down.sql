drop function session_holds(uuid, int);
