package org.onewindow.portal.configuration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Diagnostic;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.Problem;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Problems;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.TraceIds;
import org.onewindow.portal.text.Languages;
import org.onewindow.routes.configuration.Applied;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says what became of a change: the hash that serves now, or everything that is wrong. */
@Component
final class AppliedAnswers {

    private final Problems problems;

    AppliedAnswers(Problems problems) {
        this.problems = problems;
    }

    /**
     * This serves now.
     *
     * @param changed false: it served already
     * @param departments whose folders or states changed
     * @param disabled the departments that are not called until they are enabled
     */
    record Serves(
            String revision,
            int change,
            boolean changed,
            Collection<String> departments,
            Collection<String> disabled) {}

    /** A problem with all faults of the configuration. */
    record Faulty(@JsonUnwrapped Problem problem, List<FindingView> findings) {}

    ResponseEntity<Object> of(Applied applied, HttpServletRequest http) {
        return switch (applied) {
            case Applied.Serves(var revision, var number, var changed, var departments, var disabled) ->
                ResponseEntity.ok(new Serves(
                        revision,
                        number,
                        changed,
                        departments,
                        disabled.stream().sorted().toList()));
            case Applied.Faulty(var findings) -> faulty(findings, http);
            case Applied.Refused(var reasons) ->
                throw new Refusal(ProblemCode.CONFIGURATION_REFUSED, errors("configuration-refused", reasons));
            case Applied.Needed(var departments) ->
                throw new Refusal(ProblemCode.DEPARTMENT_NEEDED, errors("department-needed", departments));
            case Applied.Overtaken _ -> throw new Refusal(ProblemCode.CONFIGURATION_OVERTAKEN);
            case Applied.Unknown _ -> throw new Refusal(ProblemCode.REVISION_UNKNOWN);
        };
    }

    ResponseEntity<Object> faulty(List<Diagnostic> findings, HttpServletRequest http) {
        var language = Languages.of(http);
        var code = ProblemCode.CONFIGURATION_FAULTY;
        var problem = problems.problem(code, List.of(), language, TraceIds.of(http));
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Faulty(problem, FindingView.of(findings, language)));
    }

    private static List<FieldError> errors(String code, List<String> texts) {
        return texts.stream()
                .map(text -> new FieldError("", code, new Localised(text, text)))
                .toList();
    }
}
