package org.onewindow.licences;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Share;
import org.onewindow.licences.LicenceDraft.Source;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fictitious person with a passport of their own, so that no test meets another's. */
public record Somebody(String name, String passport) {

    public static final String TITLE = "real-estate-title";
    public static final String REGISTER = "household-register";
    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    public static Somebody arrives() {
        return arrives("王强");
    }

    public static Somebody arrives(String name) {
        var random = UUID.randomUUID().toString().replace("-", "");
        return new Somebody(name, "P" + random.substring(0, 12).toUpperCase(Locale.ROOT));
    }

    public HolderId id() {
        return HolderId.of(TestStore.HASH, IdType.PASSPORT, passport);
    }

    /** As their own token says. */
    public Actor actor() {
        return new Actor("citizen:" + passport, "portal", null, id());
    }

    public Holder holder() {
        return new Holder(name, IdType.PASSPORT, passport, Share.WHOLE);
    }

    public LicenceDraft draft(String type, String number) {
        return draft(type, number, null);
    }

    public LicenceDraft draft(String type, String number, @org.jspecify.annotations.Nullable LocalDate validTo) {
        return new LicenceDraft(
                type,
                number,
                List.of(holder()),
                Map.of("location", "泉城路1号"),
                DAY,
                validTo,
                null,
                Source.CONVERTED,
                Instant.EPOCH);
    }

    /** With others. */
    public LicenceDraft draftWith(String type, String number, Somebody... others) {
        var holders = new ArrayList<>(List.of(holder()));
        for (var other : others) {
            holders.add(other.holder());
        }
        return new LicenceDraft(
                type, number, holders, Map.of("location", "泉城路1号"), DAY, null, null, Source.CONVERTED, Instant.EPOCH);
    }

    /** A licence of theirs, kept in the store; its number. */
    public String holds(String type) {
        var number = "N" + passport;
        TestStore.licences().seed(List.of(draft(type, number)));
        return number;
    }

    /** An open case that names them. */
    public CaseNumber hasOpenCase(String matter) {
        return openCase(matter, IdType.PASSPORT, passport);
    }

    /** An open case that was accepted, with them in this role. */
    public CaseNumber hasOpenCase(String matter, String role) {
        return openCase(matter, role, IdType.PASSPORT, passport);
    }

    /** An open case that names these people. */
    public static CaseNumber openCase(String matter, IdType idType, String... idNumbers) {
        return openCase(matter, "applicant", idType, idNumbers);
    }

    private static CaseNumber openCase(String matter, String role, IdType idType, String... idNumbers) {
        var number = CaseNumber.on(DAY);
        var sql = JdbcClient.create(TestStore.DATABASE);
        sql.sql(
                        """
                        insert into case_file (number, matter, matter_revision, client, subject, state, version, received_at, provisional,
                            seed, request, progress, trace_count, trace_head)
                        values (?, ?, '1', 'portal', 's', 'reviewing', 1, ?, false, 's', '{}', jsonb_build_object('acceptedAt', ?), 0, '\\x00')""")
                .params(number.text(), matter, now(), now().toString())
                .update();
        for (var idNumber : idNumbers) {
            sql.sql("insert into party_of_case (id_hash, received_at, number, role) values (?, ?, ?, ?)")
                    .params(TestStore.HASH.of(idType, idNumber), now(), number.text(), role)
                    .update();
        }
        return number;
    }

    public static void ends(CaseNumber number) {
        JdbcClient.create(TestStore.DATABASE)
                .sql("update case_file set state = 'approved', finished_at = ? where number = ?")
                .params(now(), number.text())
                .update();
    }

    private static OffsetDateTime now() {
        return TestStore.CLOCK.instant().atOffset(ZoneOffset.UTC);
    }
}
