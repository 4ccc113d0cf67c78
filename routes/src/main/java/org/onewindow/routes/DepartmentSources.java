package org.onewindow.routes;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseMachine;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.Inquiry;
import org.onewindow.config.MaterialType.Verification;
import org.onewindow.connectors.Mapped;
import org.onewindow.licences.InquiryLog;
import org.onewindow.licences.checklist.SourceCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a department whether a material's content is so, as inquiries are asked: read-only, written down first, by its own limits. */
final class DepartmentSources implements SourceCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DepartmentSources.class);
    private static final Duration WITHIN = Duration.ofMillis(1500);
    private static final String NAME = "checklist";

    private final InquiryCalls calls;
    private final InquiryLog log;

    DepartmentSources(InquiryCalls calls, InquiryLog log) {
        this.calls = calls;
        this.log = log;
    }

    @Override
    public Verdict ask(ConfigurationTree tree, Verification by, ServiceRequest request, Party whose) {
        log.note(whose, NAME, List.of(by.department() + "/" + by.operation()));
        var input = new HashMap<>(CaseMachine.input(request));
        var item = Objects.requireNonNull(person(input, whose), "every request has an applicant");
        input.put("item", item);
        var question = new DepartmentRequest(null, whose, request.parties(), request.form(), Map.of(), List.of(), item);
        var ask = new Inquiry.Ask(by.department(), by.operation(), null);
        var unmappable = calls.unmappable(tree, ask, question);
        if (unmappable.isPresent()) {
            return unmapped(by, unmappable.get());
        }
        return switch (calls.askSoon(tree, NAME, ask, question, WITHIN)) {
            case DepartmentReply.Answered(var facts) -> verdict(by, input, facts);
            case DepartmentReply.Refused _ -> Verdict.DOES_NOT;
            case DepartmentReply.Pending _,
                    DepartmentReply.SupplementNeeded _,
                    DepartmentReply.Unavailable _,
                    DepartmentReply.Uncertain _ -> Verdict.AWAY;
        };
    }

    /** That no message can be made is the hub's word, not the department's. */
    private static Verdict unmapped(Verification by, Mapped.Unmappable why) {
        if (why.fault()) {
            LOG.warn("the mapping of {}/{} failed: {}", by.department(), by.operation(), why.code());
            return Verdict.AWAY;
        }
        return Verdict.CANNOT_SAY;
    }

    private static Verdict verdict(Verification by, Map<String, Object> input, Map<String, Object> facts) {
        input.put("facts", facts);
        try {
            return by.holds().holds(input) ? Verdict.HOLDS : Verdict.DOES_NOT;
        } catch (ExpressionFailed unclear) {
            LOG.warn("what {}/{} answered cannot be judged: {}", by.department(), by.operation(), unclear.getMessage());
            return Verdict.AWAY;
        }
    }

    /** As the expressions see them. */
    private static @Nullable Object person(Map<String, Object> input, Party whose) {
        if (input.get("parties") instanceof List<?> parties) {
            for (var party : parties) {
                if (party instanceof Map<?, ?> values && whose.idNumber().equals(values.get("idNumber"))) {
                    return values;
                }
            }
        }
        return input.get("applicant");
    }
}
