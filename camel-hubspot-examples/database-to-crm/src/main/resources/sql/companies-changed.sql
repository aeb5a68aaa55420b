-- The customers whose changes were taken, as they are now, in HubSpot's terms.
select customer_id as external_id, name, domain, phone, city, country, industry, employees as numberofemployees,
    annual_revenue as annualrevenue
from customers
where customer_id in (
    select external_id from outbox where kind = 'companies' and not done and sending = :#sending)
