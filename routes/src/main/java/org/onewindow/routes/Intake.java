package org.onewindow.routes;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.Submission;
import org.onewindow.cases.store.Submitted;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Matter;
import org.onewindow.licences.checklist.Checklists;

/**
 * The one window (一窗受理): takes a submission of any channel in canonical form (Idempotent Receiver).
 *
 * <p>Whatever is answered here is committed: {@link Answer.Taken} means that the case is in the database.
 */
public final class Intake {

    private final Supplier<ConfigurationTree> tree;
    private final Cases cases;
    private final MaterialsGiven materials;
    private final Hints hints;
    private final MeterRegistry meters;
    private final FormCheck forms = new FormCheck();

    public Intake(
            Supplier<ConfigurationTree> tree,
            Cases cases,
            Checklists.Stores stores,
            Hints hints,
            MeterRegistry meters) {
        this.tree = tree;
        this.cases = cases;
        this.materials = new MaterialsGiven(stores);
        this.hints = hints;
        this.meters = meters;
    }

    /** What became of a submission. */
    public sealed interface Answer {

        /** A new case, as it is stored. */
        record Taken(CaseSnapshot opened) implements Answer {}

        /** The same request under the same key came before; this is its case. */
        record Replayed(CaseNumber number) implements Answer {}

        /** The same key is being worked on right now. */
        record InFlight() implements Answer {}

        /** The key came before, with another request. */
        record KeyReused() implements Answer {}

        /** The matter allows one open case for this object, and there is one. */
        record AlreadyOpen() implements Answer {}

        record UnknownMatter() implements Answer {}

        /** Nothing was stored. */
        record Invalid(List<Violation> violations) implements Answer {}
    }

    private static String nameOf(Answer answer) {
        return switch (answer) {
            case Answer.Taken _ -> "taken";
            case Answer.Replayed _ -> "replayed";
            case Answer.InFlight _ -> "in-flight";
            case Answer.KeyReused _ -> "key-reused";
            case Answer.AlreadyOpen _ -> "already-open";
            case Answer.UnknownMatter _ -> "unknown-matter";
            case Answer.Invalid _ -> "invalid";
        };
    }

    /** Checks, then stores; the request hash of {@code who} is made here, over the normalised request. */
    public Answer submit(Submission who, ServiceRequest submitted) {
        var answer = take(who, submitted);
        meters.counter("hub.submissions", "outcome", nameOf(answer)).increment();
        return answer;
    }

    private Answer take(Submission who, ServiceRequest submitted) {
        var now = tree.get();
        var matter = now.matters().get(submitted.matter());
        if (matter == null) {
            return new Answer.UnknownMatter();
        }
        var request = Normaliser.normalise(submitted);
        var submission = new Submission(
                who.client(), who.idempotencyKey(), Normaliser.hash(request), who.subject(), who.mandate());
        var violations = check(matter, who, request);
        if (violations.isEmpty()) {
            return answer(cases.open(submission, request, now));
        }
        // what was good when it was taken may be over since, and is taken all the same
        return cases.seen(submission)
                .filter(seen -> !(seen instanceof Submitted.KeyReused))
                .map(this::answer)
                .orElseGet(() -> new Answer.Invalid(violations));
    }

    private Answer answer(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Accepted(CaseSnapshot opened, List<Command> commands) -> {
                hints.send(opened.number(), commands);
                yield new Answer.Taken(opened);
            }
            case Submitted.Replayed(CaseNumber number) -> new Answer.Replayed(number);
            case Submitted.InFlight _ -> new Answer.InFlight();
            case Submitted.KeyReused _ -> new Answer.KeyReused();
            case Submitted.AlreadyOpen _ -> new Answer.AlreadyOpen();
        };
    }

    private List<Violation> check(Matter matter, Submission who, ServiceRequest request) {
        var found = new ArrayList<>(PartyCheck.check(matter, request.applicant(), request.parties()));
        found.addAll(forms.check(matter.formSchema(), request.form()));
        applicantIsParty(matter, request, found);
        materials.check(matter, who, request, found);
        return List.copyOf(found);
    }

    /** Who applies takes part: the hall does not transfer a home for a bystander. */
    private static void applicantIsParty(Matter matter, ServiceRequest request, List<Violation> found) {
        if (!matter.parties().isEmpty() && request.parties().stream().noneMatch(isSameAs(request.applicant()))) {
            found.add(new Violation(
                    "/applicant",
                    "applicant-is-no-party",
                    new Localised("申请人须为当事人之一", "The applicant must be one of the parties")));
        }
    }

    private static Predicate<Party> isSameAs(Party applicant) {
        return party -> party.isSameAs(applicant);
    }
}
