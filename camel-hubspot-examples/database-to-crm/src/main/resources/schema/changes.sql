-- A company moves, and has no telephone for now.
update customers set city = 'Bonn', phone = null where customer_id = 'K-1002';
-- The industry that HubSpot does not know is corrected: the company comes, and with it the link of its person.
update customers set industry = 'AVIATION_AEROSPACE' where customer_id = 'K-1007';
-- The bad e-mail address is corrected: the contact comes, and its link.
update people set email = 'anna.schaefer@mueller-bau.example' where person_id = 'P-304';
-- A person changes the employer, and nothing else.
update people set customer_id = 'K-1003' where person_id = 'P-308';
-- A customer is new, with a person.
insert into customers (customer_id, name, city) values ('K-1011', 'Håkansson Möbel AB', 'Malmö');
insert into people (person_id, customer_id, first_name, last_name) values ('P-315', 'K-1011', 'Björn', 'Håkansson');
-- A customer is deleted; its person stays, without one.
delete from customers where customer_id = 'K-1010';
-- A value that HubSpot does not take.
update people set email = 'nobody at all' where person_id = 'P-312';
-- Nothing changes here, and nothing is sent.
update customers set name = name where customer_id = 'K-1001';
