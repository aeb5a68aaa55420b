-- A record that was removed in HubSpot by someone else, and came again as another one, has lost its links.
insert into outbox (kind, external_id, to_external_id)
select 'links', p.person_id, p.customer_id
from people p, crm_record r
where r.kind = :#kind and r.external_id = :#external_id and r.hubspot_id <> :#hubspot_id
  and p.customer_id is not null
  and (r.kind = 'companies' and p.customer_id = r.external_id or r.kind = 'contacts' and p.person_id = r.external_id)
