drop table school_holiday, public_holiday, room, school_year_figures, school_uai, school, managing_body, circonscription, commune;
