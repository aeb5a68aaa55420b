create index outbox_open on outbox (kind, external_id, to_external_id) where not done;

-- The search path is the schema's own, whoever changes a row.
create function note_change(kind text, external_id text, to_external_id text) returns void
language sql set search_path from current as $$
    insert into crm_record (kind, external_id, to_external_id) values ($1, $2, $3) on conflict do nothing;
    insert into outbox (kind, external_id, to_external_id) values ($1, $2, $3);
$$;

-- Of an insert the old row is null, of a delete the new one. An update that changes nothing is no change.
create function customer_changed() returns trigger
language plpgsql set search_path from current as $$
begin
    if new is distinct from old then
        if old.customer_id is not null then
            perform note_change('companies', old.customer_id, '');
        end if;
        if new.customer_id <> old.customer_id or old.customer_id is null then
            perform note_change('companies', new.customer_id, '');
        end if;
    end if;
    return null;
end
$$;

create function person_changed() returns trigger
language plpgsql set search_path from current as $$
begin
    if to_jsonb(new) - 'customer_id' is distinct from to_jsonb(old) - 'customer_id' then
        if old.person_id is not null then
            perform note_change('contacts', old.person_id, '');
        end if;
        if new.person_id <> old.person_id or old.person_id is null then
            perform note_change('contacts', new.person_id, '');
        end if;
    end if;
    if (new.person_id, new.customer_id) is distinct from (old.person_id, old.customer_id) then
        if old.customer_id is not null then
            perform note_change('links', old.person_id, old.customer_id);
        end if;
        if new.customer_id is not null then
            perform note_change('links', new.person_id, new.customer_id);
        end if;
    end if;
    return null;
end
$$;

create trigger customer_changed after insert or update or delete on customers
for each row execute function customer_changed();

create trigger person_changed after insert or update or delete on people
for each row execute function person_changed();
