-- The links whose changes were taken and that the tables have, with both ends as HubSpot knows them.
select distinct o.external_id, o.to_external_id, person.hubspot_id as "objectId", customer.hubspot_id as "toObjectId"
from outbox o
join people p on p.person_id = o.external_id and p.customer_id = o.to_external_id
join crm_record person on person.kind = 'contacts' and person.external_id = o.external_id
join crm_record customer on customer.kind = 'companies' and customer.external_id = o.to_external_id
where o.kind = 'links' and not o.done and o.sending = :#sending
  and person.hubspot_id is not null and customer.hubspot_id is not null
