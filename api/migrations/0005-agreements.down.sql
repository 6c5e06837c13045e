drop table deliberation, convention_site, convention;
