-- Of those whose changes were taken, the ones that are there no more.
select distinct o.external_id
from outbox o
where o.kind = 'companies' and not o.done and o.sending = :#sending
  and not exists (select 1 from customers c where c.customer_id = o.external_id)
