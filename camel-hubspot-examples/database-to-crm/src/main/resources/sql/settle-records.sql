-- What is known of the record, and when it may be sent again where the outcome does not stand.
update crm_record
set hubspot_id = case when :#gone then null else coalesce(:#hubspot_id, hubspot_id) end,
    retry_at = case when :#done then null else current_timestamp + interval '10' second end
where kind = :#kind and external_id = :#external_id and to_external_id = :#to_external_id
