package org.onewindow.licences.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestPdf;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.blobs.Forgotten;
import org.onewindow.licences.checklist.Town;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end of archives, on the 23rd of November 2026. */
class DisposalsTest {

    private static final Period TEN_YEARS = Period.ofYears(10);
    private static final LocalDate TEN_YEARS_AGO = LocalDate.of(2016, 11, 23);
    private static final Actor LI = new Actor("li", "console", null, null);
    private static final Actor SUN = new Actor("sun", "console", null, null);

    private final String matter = "m-" + UUID.randomUUID();
    private final Somebody zhang = Somebody.arrives();
    private final Town town;
    private final Uploads uploads;
    private final CaseFiles files;
    private final Disposals disposals;

    DisposalsTest(@TempDir Path folder) {
        town = new Town(folder);
        uploads = TestStore.uploads(folder);
        files = new CaseFiles(uploads, TestStore.HASH);
        disposals = new Disposals(TestStore.DATABASE, TestStore.space(), uploads, TestStore.HASH, TestStore.CLOCK);
    }

    @Test
    void endsByTwoPeoplesWordWhatIsOlderThanItsTermAndNothingElse() throws IOException {
        var old = town.uploads("old", zhang);
        var older = town.uploads("older", zhang);
        var younger = town.uploads("younger", zhang);
        var open = town.uploads("open", zhang);
        var first = over(bear(old), "2016-11-22T15:59:00Z");
        var second = over(bear(older), "2016-01-04T02:00:00Z");
        over(bear(younger), "2016-11-22T16:01:00Z");
        bear(open);

        var id = asked();
        assertThat(disposals.confirm(LI, id)).as("whoever asked").isEqualTo("second-person");
        assertThat(disposals.sweep(50)).as("nobody else has said so").isZero();
        assertThat(disposals.confirm(SUN, id)).isEqualTo("ok");
        assertThat(disposals.confirm(SUN, id)).isEqualTo("again");
        assertThat(List.of(disposals.sweep(1), disposals.sweep(1), disposals.sweep(1)))
                .containsExactly(1, 1, 0);

        assertThatThrownBy(() -> uploads.open(old)).isInstanceOf(Forgotten.class);
        assertThatThrownBy(() -> uploads.open(older)).isInstanceOf(Forgotten.class);
        assertThat(uploads.open(younger)).hasBinaryContent(TestPdf.saying("younger"));
        assertThat(uploads.open(open)).hasBinaryContent(TestPdf.saying("open"));
        assertThat(listed(id)).satisfies(done -> {
            assertThat(done.cases()).isEqualTo(2);
            assertThat(done.ended()).isEqualTo(2);
            assertThat(done.doneAt()).isEqualTo(TestStore.CLOCK.instant());
        });
        assertThat(JdbcClient.create(TestStore.OWNER)
                        .sql(
                                "select case_number from audit.event where action = 'dispose-archive' and case_number in (?, ?)")
                        .params(first.text(), second.text())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(first.text(), second.text());
    }

    @Test
    void leavesWhatItsHolderKeepsAndWhatAnotherCaseBears() throws IOException {
        var kept = town.uploads("kept", zhang);
        var shared = town.uploads("shared", zhang);
        var number = over(bear(kept, shared), "2016-01-04T02:00:00Z");
        town.acceptedWith("sale-contract", kept, Map.of("titleNumber", "T-1"), zhang, zhang.hasOpenCase(matter));
        bear(shared);

        disposals.confirm(SUN, asked());
        assertThat(disposals.sweep(50)).isEqualTo(1);

        assertThat(uploads.open(kept)).hasBinaryContent(TestPdf.saying("kept"));
        assertThat(uploads.open(shared)).hasBinaryContent(TestPdf.saying("shared"));
        assertThat(uploads.keptBy(HolderId.ofArchive(TestStore.HASH, number))).isEmpty();
    }

    @Test
    void leavesNoKeyToWhoeverBroughtThePaperOfSomebodyWhoWasErased() throws IOException {
        var clerk = Somebody.arrives();
        var upload = town.uploads("of somebody who was erased", clerk);
        TestStore.erase(Actor.HUB, zhang.id());

        over(bear(upload), "2016-01-04T02:00:00Z");

        assertThat(uploads.keptBy(clerk.id())).doesNotContain(upload);
        disposals.confirm(SUN, asked());
        assertThat(disposals.sweep(50)).isEqualTo(1);
        assertThatThrownBy(() -> uploads.open(upload)).isInstanceOf(Forgotten.class);
    }

    @Test
    void showsNothingMoreOfTheCaseAndWritesThatDown() throws IOException {
        var kept = town.uploads("kept", zhang);
        var number = over(bear(kept), "2016-01-04T02:00:00Z");
        town.acceptedWith("sale-contract", kept, Map.of("titleNumber", "T-1"), zhang, zhang.hasOpenCase(matter));
        disposals.confirm(SUN, asked());
        disposals.sweep(50);
        var given = new MaterialReference("sale-contract", kept, null, null, null, null);

        var look = TestStore.looks(uploads)
                .show(zhang.actor(), number, town.request(Map.of(), List.of(given), zhang), given);

        assertThat(look).isEqualTo(new MaterialLooks.Look.Refused("ended"));
        assertThat(uploads.open(kept)).as("their own space").hasBinaryContent(TestPdf.saying("kept"));
    }

    @Test
    void refusesBeforeTheTermIsOverAndOneBesideAnother() {
        over(zhang.hasOpenCase(matter), "2016-01-04T02:00:00Z");

        assertThat(ask(TEN_YEARS, TEN_YEARS_AGO.plusDays(1), "k-1"))
                .isEqualTo(new Disposals.Answer.Refused("too-early"));
        assertThat(ask(Period.ofYears(30), TEN_YEARS_AGO, "k-2")).isEqualTo(new Disposals.Answer.Refused("too-early"));
        var taken = (Disposals.Answer.Taken) ask(TEN_YEARS, TEN_YEARS_AGO, "k-3");
        assertThat(ask(TEN_YEARS, TEN_YEARS_AGO, "k-3")).isEqualTo(new Disposals.Answer.Taken(taken.id(), true, 1));
        assertThat(ask(TEN_YEARS, TEN_YEARS_AGO.minusDays(1), "k-3"))
                .isEqualTo(new Disposals.Answer.Refused("key-reused"));
        assertThat(ask(TEN_YEARS, TEN_YEARS_AGO, "k-4")).isEqualTo(new Disposals.Answer.Refused("under-way"));

        assertThat(disposals.withdraw(SUN, taken.id())).isTrue();
        assertThat(disposals.confirm(SUN, taken.id())).isEqualTo("unknown");
        assertThat(disposals.withdraw(SUN, taken.id())).isFalse();
    }

    private Disposals.Answer ask(Period term, LocalDate before, String key) {
        return disposals.ask(LI, matter, term, before, matter + key);
    }

    private String asked() {
        return ((Disposals.Answer.Taken) ask(TEN_YEARS, TEN_YEARS_AGO, "k")).id();
    }

    private Disposal listed(String id) {
        return disposals.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private CaseNumber bear(String... borne) {
        var number = zhang.hasOpenCase(matter);
        for (var upload : borne) {
            var given = new MaterialReference("sale-contract", upload, null, null, null, null);
            files.keep(number, town.request(Map.of(), List.of(given), zhang), List.of(given));
        }
        return number;
    }

    private static CaseNumber over(CaseNumber number, String at) {
        JdbcClient.create(TestStore.DATABASE)
                .sql(
                        "update case_file set received_at = ?::timestamptz - interval '5 days', finished_at = ?::timestamptz where number = ?")
                .params(at, at, number.text())
                .update();
        return number;
    }
}
