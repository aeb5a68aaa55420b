-- The application's own tables.
create table customers (
    customer_id varchar(20) primary key,
    name varchar(200) not null,
    domain varchar(200),
    phone varchar(50),
    city varchar(100),
    country varchar(100),
    industry varchar(50),
    employees integer,
    annual_revenue numeric(14, 2)
);

create table people (
    person_id varchar(20) primary key,
    customer_id varchar(20) references customers on delete set null,
    first_name varchar(100),
    last_name varchar(100),
    email varchar(200),
    phone varchar(50),
    job_title varchar(100)
);

create index people_customer on people (customer_id);

-- One row for each change of what HubSpot holds, written by triggers in the transaction that makes the change. An instance of
-- the program writes back what became of it; rows that are done are kept for whoever asks, and may be deleted at any time.
create table outbox (
    change_id bigint generated always as identity primary key,
    kind varchar(20) not null, -- companies, contacts, links
    external_id varchar(20) not null,
    to_external_id varchar(20) default '' not null, -- the customer, where a link changed
    changed_at timestamp with time zone default current_timestamp not null,
    sending varchar(60), -- the exchange that took the change
    status varchar(20), -- its outcome; null until there is one
    hubspot_id varchar(40),
    error_category varchar(100),
    error_message varchar(500),
    correlation_id varchar(100),
    sent_at timestamp with time zone,
    done boolean default false not null
);

-- One row for each record and link that HubSpot has or had. Whoever locks it is the only one who sends that record.
create table crm_record (
    kind varchar(20) not null,
    external_id varchar(20) not null,
    to_external_id varchar(20) default '' not null,
    hubspot_id varchar(40), -- null while HubSpot has no such record
    retry_at timestamp with time zone, -- not before, after an outcome that does not stand
    primary key (kind, external_id, to_external_id)
);

-- What has open changes and can be sent. A link waits for its person and its customer to have records in HubSpot.
create view sendable as
select distinct o.kind, o.external_id, o.to_external_id
from outbox o
where not o.done
  and (o.kind <> 'links' or not exists (
    select 1
    from people p
    left join crm_record person on person.kind = 'contacts' and person.external_id = p.person_id
    left join crm_record customer on customer.kind = 'companies' and customer.external_id = p.customer_id
    where p.person_id = o.external_id
      and p.customer_id = o.to_external_id
      and (person.hubspot_id is null or customer.hubspot_id is null)));
