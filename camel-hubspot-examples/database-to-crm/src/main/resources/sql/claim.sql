-- At most as many as one call takes. Records that another instance is sending are left to it.
select r.external_id, r.to_external_id
from crm_record r
where r.kind = :#kind
  and (r.retry_at is null or r.retry_at <= current_timestamp)
  and (r.kind, r.external_id, r.to_external_id) in (select s.kind, s.external_id, s.to_external_id from sendable s)
fetch first 100 rows only
for update skip locked
