package org.onewindow.portal.cases;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.routes.Violation;
import org.springframework.stereotype.Component;

/** Says why a submission was not taken; nothing of it was stored. */
@Component
final class IntakeRefusals {

    private static final Pattern PATH = Pattern.compile("(form|applicant)(\\.[A-Za-z][A-Za-z0-9]*)+");

    private final Supplier<ConfigurationTree> tree;

    IntakeRefusals(Supplier<ConfigurationTree> tree) {
        this.tree = tree;
    }

    Refusal unknownMatter() {
        return new Refusal(ProblemCode.MATTER_UNKNOWN, FieldError.of("/matter", "matter-unknown"));
    }

    /** Points at what only one open case may be about, where that is a plain field of the application. */
    Refusal alreadyOpen(String code) {
        var matter = tree.get().matters().get(code);
        var rule = matter == null ? null : matter.oneOpenCasePer();
        var source = rule == null ? "" : rule.source().strip();
        var pointer = PATH.matcher(source).matches() ? "/" + source.replace('.', '/') : "/form";
        return new Refusal(ProblemCode.CASE_ALREADY_OPEN, FieldError.of(pointer, "case-already-open"));
    }

    /** Somebody else's upload is as unknown as one that never was: 404 where nothing else is wrong. */
    Refusal invalid(List<Violation> violations) {
        boolean onlyUploads =
                violations.stream().allMatch(violation -> violation.code().equals("upload-unknown"));
        return new Refusal(onlyUploads ? ProblemCode.UPLOAD_UNKNOWN : ProblemCode.REQUEST_INVALID, errors(violations));
    }

    static List<FieldError> errors(List<Violation> violations) {
        return violations.stream()
                .map(violation -> new FieldError(violation.pointer(), violation.code(), violation.detail()))
                .toList();
    }
}
