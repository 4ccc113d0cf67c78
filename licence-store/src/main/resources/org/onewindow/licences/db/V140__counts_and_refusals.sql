-- Who was refused at a door of the stores is written down as who was let in is; holders read who looked at their materials; and what is counted
-- says how little people are asked for.

-- The hub refused before it asked the stores: whatever it says, it cannot say that somebody was let in.
create function lic.note_refusal(who lic.caller, now timestamptz, action text, why text, whose bytea, which text, types text, which_case text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if why = 'ok' then
        raise exception 'a refusal has a reason' using errcode = 'check_violation';
    end if;
    perform lic.note(who, now, action, why, null, null, null, whose, which, types, which_case, null);
end $$;
