package org.onewindow.portal.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseEvent.Resolution;
import org.onewindow.cases.store.Cases;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.cases.CaseDoor;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a person: steps in doubt, stuck steps, payments that differ. */
@RestController
@RequestMapping("/v1/admin/tasks")
final class TasksController {

    private static final int SHOWN_MAX = 200;

    private final Cases cases;
    private final Access access;
    private final CaseDoor door;
    private final TaskViews views;

    TasksController(Cases cases, Access access, CaseDoor door, TaskViews views) {
        this.cases = cases;
        this.access = access;
        this.door = door;
        this.views = views;
    }

    /** What an operator found out. */
    enum Found {
        @JsonProperty("happened")
        HAPPENED(Resolution.HAPPENED),
        @JsonProperty("did-not-happen")
        DID_NOT_HAPPEN(Resolution.DID_NOT_HAPPEN),
        @JsonProperty("repeat")
        REPEAT(Resolution.REPEAT);

        private final Resolution resolution;

        Found(Resolution resolution) {
            this.resolution = resolution;
        }

        Resolution resolution() {
            return resolution;
        }
    }

    /**
     * A resolution.
     *
     * @param reason for the trace
     * @param facts what the department would have told, where it happened
     */
    record Resolving(Found resolution, String reason, @Nullable Map<String, Object> facts) {}

    @GetMapping
    Page<TaskViews.View> open(HttpServletRequest http, JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR);
        var language = Languages.of(http);
        return new Page<>(cases.openTasks(SHOWN_MAX).stream()
                .map(task -> views.of(task, language))
                .toList());
    }

    @PostMapping(path = "/{id}/resolution", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TaskViews.View> resolve(@PathVariable long id, HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.OPERATOR, Role.DEPARTMENT);
        var task = cases.task(id).orElseThrow(() -> new Refusal(ProblemCode.TASK_UNKNOWN));
        var step = task.stepKey();
        if (step == null) {
            access.require(caller, Role.OPERATOR);
        } else {
            access.mayResolve(
                    caller, cases.find(task.number()).orElseThrow(() -> new Refusal(ProblemCode.TASK_UNKNOWN)), step);
        }
        var body = Wire.read(http, Resolving.class);
        if (body.reason().isBlank()) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/reason", "required"));
        }
        boolean replayed = door.tell(
                http, caller, Wire.tree(body), task.number(), views.event(body, task, access.subjectOf(caller)));
        var answer = ResponseEntity.ok();
        if (replayed) {
            answer.header(RequestHeaders.REPLAYED, "true");
        }
        return answer.body(views.of(cases.task(id).orElse(task), Languages.of(http)));
    }
}
