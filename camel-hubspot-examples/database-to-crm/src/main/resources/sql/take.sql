-- The open changes of a claimed record, before the record is read: a change that comes later stays open.
update outbox
set sending = :#sending, status = null
where kind = :#kind and external_id = :#external_id and to_external_id = :#to_external_id
  and not done
