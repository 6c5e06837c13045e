drop table security_event, sign_in_try, credential_link, session, assignment, account;
