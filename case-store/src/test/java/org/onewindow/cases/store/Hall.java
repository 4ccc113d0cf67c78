package org.onewindow.cases.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.Leased;
import org.onewindow.cases.CaseEvent.OutcomeArrived;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;
import org.onewindow.cases.Decision;
import org.onewindow.cases.Given;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.RetryStops;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.config.Matter;

/** A hub's cases on a fresh database, with a matter and departments of the test's own. */
final class Hall {

    static final IdentityHash HASH =
            new IdentityHash("a key for tests, 32 bytes long..".getBytes(StandardCharsets.UTF_8));

    final HikariDataSource database = Database.fresh();
    final MovableClock clock = new MovableClock();
    final List<Command> carriedOut = new CopyOnWriteArrayList<>();
    final Cases cases;

    Hall(Matter matter, Department... departments) {
        this(matter, (_, _, _) -> {}, departments);
    }

    Hall(Matter matter, InTransaction part, Department... departments) {
        this("r1", matter, part, departments);
    }

    /** Of this revision of the configuration. */
    Hall(String revision, Matter matter, Department... departments) {
        this(revision, matter, (_, _, _) -> {}, departments);
    }

    private Hall(String revision, Matter matter, InTransaction part, Department... departments) {
        var tree = new ConfigurationTree(
                revision, Given.departments(departments), Map.of(matter.code(), matter), Map.of(), Given.YEAR_2026);
        InTransaction log = (_, _, commands) -> carriedOut.addAll(commands);
        cases = new Cases(database, clock, () -> tree, HASH, List.of(log, part), () -> RetryStops.NONE);
    }

    static Submission submission(String key) {
        return new Submission("portal", key, "hash of the request", HASH.of(Given.ZHANG), null);
    }

    /** A request about a title of its own, so that many cases may be open. */
    static ServiceRequest request(String title) {
        var some = Given.request();
        return new ServiceRequest(
                some.matter(),
                some.channel(),
                some.applicant(),
                some.parties(),
                Map.of("titleNumber", title),
                List.of());
    }

    CaseNumber accepted() {
        var unique = UUID.randomUUID().toString();
        var number = ((Submitted.Accepted) cases.open(submission(unique), request(unique))).number();
        cases.apply(number, new Checked(clock.instant(), List.of(), List.of()));
        return number;
    }

    Decision lease(CaseNumber number, String key, String node) {
        var leased = new Leased(
                clock.instant(),
                key,
                step(number, key).attempts() + 1,
                node,
                clock.instant().plusSeconds(40));
        return cases.apply(number, leased, new StoredMessage(("message of " + key).getBytes(StandardCharsets.UTF_8)));
    }

    Decision answer(CaseNumber number, String key, DepartmentReply reply) {
        var call = cases.callOf(number, key).orElseThrow();
        if (call.act()) {
            lease(number, key, "node-a");
        }
        return cases.apply(number, new Replied(clock.instant(), key, call.attempt(), call.purpose(), reply, "node-a"));
    }

    Decision outcome(CaseNumber number, String key, DepartmentReply reply, String replyId, @Nullable Long sequence) {
        return cases.apply(
                number,
                new OutcomeArrived(
                        clock.instant(),
                        key,
                        Purpose.ACT,
                        reply,
                        Given.DEPARTMENT,
                        replyId,
                        sequence,
                        OutcomeArrived.Source.CALLBACK));
    }

    CaseSnapshot find(CaseNumber number) {
        return cases.find(number).orElseThrow();
    }

    StepSnapshot step(CaseNumber number, String key) {
        return find(number).step(key).orElseThrow();
    }
}
