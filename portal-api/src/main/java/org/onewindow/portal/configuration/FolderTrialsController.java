package org.onewindow.portal.configuration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.config.Archive;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.configuration.FolderTrials;
import org.onewindow.routes.configuration.FolderTried;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tests and tries a department's folder, the one that serves or one that is handed in; nothing of it serves, nothing is sent. */
@RestController
@RequestMapping("/v1/admin/departments/{id}")
final class FolderTrialsController {

    private static final Logger LOG = LoggerFactory.getLogger(FolderTrialsController.class);
    private static final String FIRST = "1";
    private static final int OK = 200;

    private final FolderTrials trials;
    private final Access access;

    FolderTrialsController(FolderTrials trials, Access access) {
        this.trials = trials;
        this.access = access;
    }

    /** What came of all samples. */
    record Tested(String id, boolean well, int samples, List<FindingView> findings) {}

    /** See {@link FolderTrials.Wanted}; without a status the department answers 200, without a sample it is the first. */
    record Wanted(
            String operation, @Nullable String sample, @Nullable DepartmentRequest request, @Nullable Answer answer) {}

    record Answer(@Nullable Integer status, String body) {}

    /** Without a body: the folder that serves. */
    @PostMapping("/test")
    Tested test(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        noted(token, "tests", id);
        var tested = trials.test(id, handedIn(id, http)).orElseThrow(FolderTrialsController::unknown);
        return new Tested(
                id,
                tested.findings().isEmpty(),
                tested.samples(),
                FindingView.of(tested.findings(), Languages.of(http)));
    }

    private static @Nullable Archive handedIn(String id, HttpServletRequest http) throws IOException {
        if (Packs.ZIP.equals(http.getContentType())) {
            return Packs.department(id, http);
        }
        if (http.getInputStream().read() >= 0) {
            throw new Refusal(ProblemCode.MEDIA_TYPE_UNSUPPORTED);
        }
        return null;
    }

    @PostMapping(path = "/try", consumes = MediaType.APPLICATION_JSON_VALUE)
    TriedView tryServing(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        noted(token, "tries", id);
        var wanted = Wire.read(http, Wanted.class);
        var answer = wanted.answer();
        return tried(
                trials.attempt(
                        id,
                        null,
                        new FolderTrials.Wanted(
                                wanted.operation(),
                                wanted.sample() == null ? FIRST : wanted.sample(),
                                wanted.request(),
                                answer == null
                                        ? null
                                        : new FolderTrials.Answer(
                                                answer.status() == null ? OK : answer.status(), answer.body()))),
                http);
    }

    @PostMapping(path = "/try", consumes = Packs.ZIP)
    TriedView tryHandedIn(
            @PathVariable String id,
            @RequestParam String operation,
            @RequestParam(defaultValue = FIRST) String sample,
            HttpServletRequest http,
            JwtAuthenticationToken token)
            throws IOException {
        noted(token, "tries", id);
        var folder = Packs.department(id, http);
        return tried(trials.attempt(id, folder, new FolderTrials.Wanted(operation, sample, null, null)), http);
    }

    private static TriedView tried(Optional<Optional<FolderTried>> tried, HttpServletRequest http) {
        var told = tried.orElseThrow(FolderTrialsController::unknown)
                .orElseThrow(() -> new Refusal(
                        ProblemCode.REQUEST_INVALID, FieldError.of("/operation", "operation-or-sample-unknown")));
        return TriedView.of(told, Languages.of(http));
    }

    /** Whoever writes folders may try them, too, without a right to let them serve. */
    private void noted(JwtAuthenticationToken token, String does, String id) {
        var caller = Caller.of(token);
        access.require(caller, Role.OPERATOR, Role.INTEGRATOR);
        LOG.info("AUDIT {} {} the folder of department {}", caller.subject(), does, id.replaceAll("[^\\w.-]", "_"));
    }

    private static Refusal unknown() {
        return new Refusal(ProblemCode.DEPARTMENT_UNKNOWN);
    }
}
