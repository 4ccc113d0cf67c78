-- PostgreSQL plans a function of language sql anew at each call, where it cannot take it into the statement around it; one of language
-- plpgsql keeps its plans as long as the session lives. These are called by nearly all others. The names stand with their schemas, since
-- what a caller of their callers has as search path must not matter.
create or replace function lic.note(who lic.caller, now timestamptz, action text, outcome text, basis text, authorisation text, use bigint,
        holder bytea, licence text, type text, case_number text, fields text[]) returns void language plpgsql as $$
begin
    insert into audit.event (at, actor, client, department, action, outcome, basis, authorisation, use, holder, licence, type, case_number, fields)
    values (now, who.subject, who.client, who.department, action, outcome, basis, authorisation, use, holder, licence, type, case_number, fields);
end $$;

create or replace function lic.case_names(which text, whose bytea) returns boolean language plpgsql stable as $$
begin
    return exists (select from public.case_file f join public.party_of_case p on p.number = f.number
        where f.number = which and f.finished_at is null and f.state in ('received', 'supplement', 'accepted', 'reviewing')
          and left(p.id_hash, 32) = encode(whose, 'hex'));
end $$;

create or replace function lic.mandate_holds(which text, principal_is bytea, agent_is bytea, matter text, now timestamptz) returns boolean language plpgsql stable as $$
begin
    return exists (select from lic.mandate m where m.id = which and m.principal = principal_is and m.agent = agent_is
        and m.revoked_at is null and now < m.until and matter = any (m.matters));
end $$;

create or replace function lic.represents(agent_is bytea, company bytea, now timestamptz) returns boolean language plpgsql stable as $$
begin
    return exists (select from lic.co_holder c join lic.licence l on l.id = c.id and l.holder = c."first"
        where c.holder = agent_is and c.role = 'legal-representative' and c."first" = company and l.type = 'business-licence'
          and lic.state_on(l, lic.day(now)) = 'valid');
end $$;
