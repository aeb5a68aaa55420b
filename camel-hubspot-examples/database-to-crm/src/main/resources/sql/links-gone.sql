-- A link that is to be removed and has no record at one of its ends went with it.
update outbox
set status = 'SKIPPED', sent_at = current_timestamp, done = true
where kind = 'links' and not done and sending = :#sending
  and not exists (
    select 1 from people p where p.person_id = outbox.external_id and p.customer_id = outbox.to_external_id)
  and not exists (
    select 1
    from crm_record person, crm_record customer
    where person.kind = 'contacts' and person.external_id = outbox.external_id
      and customer.kind = 'companies' and customer.external_id = outbox.to_external_id
      and person.hubspot_id is not null and customer.hubspot_id is not null)
