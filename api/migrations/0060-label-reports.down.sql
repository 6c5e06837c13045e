drop table label_report_window;
drop table label_report;
