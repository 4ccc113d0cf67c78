package org.onewindow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Play.MONDAY_NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.canonical.Share;
import org.onewindow.cases.CaseEvent.Confirmed;
import org.onewindow.cases.CaseEvent.WithdrawalAsked;
import org.onewindow.config.Configuration;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.config.Settings;

/** The real matter with its real conditions: the transfer of a used home. */
class UsedHomeTransferTest {

    private static final ConfigurationTree TREE =
            Configuration.load(Path.of("../config"), Settings.of(Map.of())).orThrow();
    private static final String TITLE = "鲁(2016)济南市不动产权第0012345号";

    private static Party party(String role, String name, String idNumber) {
        return new Party(role, Party.Kind.PERSON, name, IdType.RESIDENT_ID, idNumber, Share.WHOLE, null, null);
    }

    private static final Party WANG = party("seller", "王强", "370102197909143315");
    private static final Party ZHANG = party("buyer", "张铭", "370102198503078212");

    private static Play accepted() {
        var form = Map.<String, Object>of("titleNumber", TITLE, "priceFen", 128_000_000, "signedOn", "2026-09-10");
        var request = new ServiceRequest("used-home-transfer", "portal", ZHANG, List.of(WANG, ZHANG), form, List.of());
        var matter = Objects.requireNonNull(TREE.matters().get("used-home-transfer"));
        return Play.accepted(matter, request, TREE.departments().values().toArray(Department[]::new));
    }

    private static Map<String, Object> title(List<Map<String, Object>> encumbrances) {
        var holder = Map.of("name", "王强", "idType", "resident-id", "idNumber", "370102197909143315", "share", "1/1");
        return Map.of(
                "titleNumber", TITLE, "holders", List.of(holder), "encumbrances", encumbrances, "state", "current");
    }

    private static Play assessed() {
        var spouse = Map.of("name", "陈静", "idType", "resident-id", "idNumber", "370102198105205044");
        return accepted()
                .answer("title", new Answered(title(List.of())))
                .answer("marriage.0", new Answered(Map.of("status", "20", "spouse", spouse)))
                .answer("marriage.1", new Answered(Map.of("status", "10")))
                .answer("pledge", new Answered(Map.of("pledged", false, "loans", List.of())))
                .answer("homes.0", new Answered(Map.of("count", 1)))
                .answer("homes.1", new Answered(Map.of("count", 0)))
                .on(new Confirmed(MONDAY_NINE, 0, true, "hash"))
                .answer("assessment", new Answered(Map.of("totalFen", 1_280_000, "payBefore", "2026-10-20")));
    }

    private static Play cleared() {
        return assessed()
                .answer("payment", new Pending(Map.of("billId", "B1", "payUrl", "/pay"), null))
                .outcome("payment", new Answered(Map.of("amountFen", 1_280_000, "paymentReference", "P1")), null)
                .answer("clearance", new Answered(Map.of("clearanceNumber", "C1")));
    }

    @Test
    void comesToTheNewTitle() {
        var play = cleared().answer("note", new Answered(Map.of("noteNumber", "N1")));
        assertThat(play.state("withdrawal")).isEqualTo(StepState.SKIPPED);
        play.answer("transfer", new Pending(Map.of("receiptNumber", "R1"), null));

        play.outcome("transfer", new Answered(Map.of("certificate", Map.of("number", "鲁(2026)"))), 2L);

        assertThat(play.snapshot().state()).isEqualTo(CaseState.APPROVED);
        assertThat(play.commands())
                .contains(new Command.IssueLicence(
                        "real-estate-title", Map.of("number", "鲁(2026)"), List.of(ZHANG), TITLE));
    }

    @Test
    void countsTheHomesOfFamiliesNotOfPersons() {
        var play = accepted()
                .answer(
                        "marriage.0",
                        new Answered(Map.of(
                                "status",
                                "20",
                                "spouse",
                                Map.of("name", "陈静", "idType", "resident-id", "idNumber", "370102198105205044"))))
                .answer("marriage.1", new Answered(Map.of("status", "10")));

        assertThat(play.call("homes.0").request().item())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("side", "seller")
                .containsEntry("of", List.of("370102197909143315"));
    }

    @Test
    void aSeizedTitleIsRefusedAndTheTaxIsNeverAsked() {
        var play = accepted().answer("title", new Answered(title(List.of(Map.of("kind", "seizure")))));

        assertThat(play.snapshot().state()).isEqualTo(CaseState.REFUSED);
        assertThat(play.snapshot().ending()).returns("title-seized", Ending::reason);
        assertThat(play.step("assessment").attempts()).isZero();
        assertThat(play.state("assessment")).isEqualTo(StepState.CANCELLED);
    }

    @Test
    void waitsForAPledgeToBeReleased() {
        var play = accepted().answer("pledge", new Answered(Map.of("pledged", true)));
        assertThat(play.why("pledge")).isEqualTo("held:home-pledged");

        play.on(new CaseEvent.Released(play.now(), "housing-fund", "PLEDGE_RELEASED", TITLE));

        assertThat(play.isCallable("pledge")).isTrue();
    }

    @Test
    void aWithdrawalDuringTheReviewIsUndoneAtTheRegistryFirst() {
        var play = cleared()
                .answer("note", new Answered(Map.of("noteNumber", "N1")))
                .answer("transfer", new Pending(Map.of("receiptNumber", "R1"), null));

        play.on(new WithdrawalAsked(play.now(), "hash"));
        assertThat(play.call("transfer").operation().id()).isEqualTo("withdraw-transfer");
        play.answer("transfer", new Answered(Map.of()));
        assertThat(play.call("note").operation().id()).isEqualTo("cancel-note");
        play.answer("note", new Answered(Map.of()));
        assertThat(play.why("clearance")).isEqualTo("undo-by-person");
        play.resolve("clearance", CaseEvent.Resolution.HAPPENED);
        assertThat(play.call("payment").operation().id()).isEqualTo("refund");
        play.answer("payment", new Pending(Map.of(), null)).wait(Duration.ofMinutes(10));
        play.answer("payment", new Answered(Map.of()));

        assertThat(play.snapshot().state()).isEqualTo(CaseState.WITHDRAWN);
    }
}
