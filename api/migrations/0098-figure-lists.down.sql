drop index indicator_school_of_network;
drop index indicator_school_highest;
