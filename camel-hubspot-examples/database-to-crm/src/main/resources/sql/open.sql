-- What can be sent and is not done yet.
select count(*) from sendable
