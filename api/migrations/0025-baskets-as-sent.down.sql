alter table installation_order drop column automatic_cents;
