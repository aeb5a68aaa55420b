-- The people whose changes were taken, as they are now, in HubSpot's terms.
select person_id as external_id, first_name as firstname, last_name as lastname, email, phone, job_title as jobtitle
from people
where person_id in (
    select external_id from outbox where kind = 'contacts' and not done and sending = :#sending)
