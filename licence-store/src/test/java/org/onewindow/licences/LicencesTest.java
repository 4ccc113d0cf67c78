package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Share;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class LicencesTest {

    private static final String TITLE = "real-estate-title";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Licences licences = TestStore.licences();
    private final JdbcClient sql = JdbcClient.create(TestStore.DATABASE);

    @Test
    void findsTheValidLicenceOfAHolder() {
        var wang = passport();
        licences.seed(List.of(title("T1-" + wang, wang)));

        var found = licences.currentOf(TITLE, IdType.PASSPORT, wang, Use.byHolder("citizen:wang"));

        assertThat(found).hasValueSatisfying(licence -> {
            assertThat(licence.number()).isEqualTo("T1-" + wang);
            assertThat(licence.holders()).containsExactly(new Holder("王强", IdType.PASSPORT, wang, Share.WHOLE));
            assertThat(licence.data()).containsEntry("location", "泉城路1号");
            assertThat(licence.status()).isEqualTo(Licence.Status.VALID);
        });
    }

    @Test
    void tellsNobodyElsesLicence() {
        var wang = passport();
        var title = title("T2-" + wang, wang);
        licences.seed(List.of(title));

        var stranger = passport();

        assertThat(licences.ofHolder(title.id(), IdType.PASSPORT, stranger, Use.byHolder("citizen:li")))
                .isEmpty();
        assertThat(licences.ofHolder(IdType.PASSPORT, stranger, Use.byHolder("citizen:li")))
                .isEmpty();
    }

    @Test
    void writesDownEveryLookFoundOrNot() {
        var wang = passport();
        licences.seed(List.of(title("T3-" + wang, wang)));
        var actor = "actor " + wang;

        licences.currentOf(TITLE, IdType.PASSPORT, wang, new Use(actor, "used-home-transfer", null));
        licences.currentOf("driving-licence", IdType.PASSPORT, wang, new Use(actor, "used-home-transfer", null));

        var looks = sql.sql("select type, licence is not null as found from licence_use where actor = ? order by id")
                .param(actor)
                .query((row, _) -> row.getString("type") + " " + row.getBoolean("found"))
                .list();
        assertThat(looks).containsExactly("real-estate-title true", "driving-licence false");
    }

    @Test
    void keepsTheLooksAsTheyAre() {
        licences.currentOf(TITLE, IdType.PASSPORT, passport(), Use.byHolder("citizen:x"));

        assertThatThrownBy(() -> sql.sql("delete from licence_use").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void holdsNoIdentityNumberInAnIndexOrALook() {
        var wang = passport();
        licences.seed(List.of(title("T4", wang)));
        licences.currentOf(TITLE, IdType.PASSPORT, wang, Use.byHolder("citizen:x"));

        var hits = sql.sql(
                        """
                        select (select count(*) from licence_holder where holder like :number)
                             + (select count(*) from licence_use u where u::text like :number)""")
                .param("number", "%" + wang + "%")
                .query(Integer.class)
                .single();
        assertThat(hits).isZero();
    }

    @Test
    void issuesOnceACaseAndPutsTheNewOneInTheOldOnesPlace() throws SQLException {
        var wang = passport();
        var zhang = passport();
        var old = title("OLD-" + wang, wang);
        licences.seed(List.of(old));
        var number = CaseNumber.on(DAY);

        inTransaction(title("NEW-" + wang, zhang), old.number(), number, true);
        inTransaction(title("NEWER-" + wang, zhang), old.number(), number, true);

        assertThat(licences.currentOf(TITLE, IdType.PASSPORT, wang, Use.byHolder("w")))
                .isEmpty();
        assertThat(licences.ofHolder(IdType.PASSPORT, wang, Use.byHolder("w")))
                .singleElement()
                .returns(Licence.Status.SUPERSEDED, Licence::status);
        assertThat(licences.ofHolder(IdType.PASSPORT, zhang, Use.byHolder("z")))
                .singleElement()
                .returns("NEW-" + wang, Licence::number);
    }

    @Test
    void issuesNothingWhereTheCaseRollsBack() throws SQLException {
        var wang = passport();
        var old = title("KEPT-" + wang, wang);
        licences.seed(List.of(old));

        inTransaction(title("NEVER-" + wang, passport()), old.number(), CaseNumber.on(DAY), false);

        assertThat(licences.currentOf(TITLE, IdType.PASSPORT, wang, Use.byHolder("w")))
                .hasValueSatisfying(licence -> assertThat(licence.number()).isEqualTo(old.number()));
    }

    @Test
    void tellsWhatACaseIssuedToItsHoldersOnly() throws SQLException {
        var zhang = passport();
        var number = CaseNumber.on(DAY);
        var use = new Use("citizen:zhang", "own-view", number);

        inTransaction(title("ISSUED-" + zhang, zhang), "none", number, true);

        assertThat(licences.issuedBy(number, IdType.PASSPORT, zhang, use))
                .singleElement()
                .returns("ISSUED-" + zhang, Licence::number);
        assertThat(licences.issuedBy(number, IdType.PASSPORT, passport(), use)).isEmpty();
    }

    @Test
    void takesASeedOnlyOnce() {
        var wang = passport();
        licences.seed(List.of(title("SEED-" + wang, wang)));
        licences.seed(List.of(title("SEED-" + wang, wang)));

        assertThat(licences.ofHolder(IdType.PASSPORT, wang, Use.byHolder("w"))).hasSize(1);
    }

    private void inTransaction(Licence draft, String supersedes, CaseNumber number, boolean commit)
            throws SQLException {
        try (var connection = TestStore.DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            licences.issue(connection, draft, supersedes, number);
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    private static Licence title(String number, String holder) {
        return Licence.draft(
                TITLE,
                number,
                List.of(new Holder("王强", IdType.PASSPORT, holder, Share.WHOLE)),
                Map.of("location", "泉城路1号"),
                DAY);
    }

    private static String passport() {
        return "P"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }
}
