create index outbox_open on outbox (done, kind, external_id, to_external_id);

-- Triggers of H2 are Java classes.
create trigger customer_changed after insert, update, delete on customers
for each row call 'io.github.camelhubspot.examples.databasetocrm.ChangeTrigger';

create trigger person_changed after insert, update, delete on people
for each row call 'io.github.camelhubspot.examples.databasetocrm.ChangeTrigger';
