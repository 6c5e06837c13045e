drop table training_module_file;
