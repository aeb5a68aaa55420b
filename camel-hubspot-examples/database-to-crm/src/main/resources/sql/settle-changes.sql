-- What became of the changes that were taken; they stay open where the outcome does not stand.
update outbox
set status = :#status, hubspot_id = :#hubspot_id, error_category = :#error_category, error_message = :#error_message,
    correlation_id = :#correlation_id, sent_at = current_timestamp, done = :#done
where kind = :#kind and external_id = :#external_id and to_external_id = :#to_external_id
  and not done and sending = :#sending
