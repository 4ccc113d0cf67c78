package org.onewindow.portal.configuration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.routes.configuration.Applied;
import org.onewindow.routes.configuration.ConfigurationDesk;
import org.onewindow.routes.configuration.ConfigurationDesk.By;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One department of the configuration: its folder, whether it is called, its end. All of it may be repeated without harm. */
@RestController
@RequestMapping("/v1/admin/departments/{id}")
final class DepartmentPacksController {

    private final ConfigurationDesk desk;
    private final AppliedAnswers answers;
    private final Access access;

    DepartmentPacksController(ConfigurationDesk desk, AppliedAnswers answers, Access access) {
        this.desk = desk;
        this.answers = answers;
        this.access = access;
    }

    @PutMapping(consumes = Packs.ZIP)
    ResponseEntity<Object> apply(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest http,
            JwtAuthenticationToken token)
            throws IOException {
        var by = by(token, note);
        return answers.of(desk.applyDepartment(id, Packs.department(id, http), by), http);
    }

    @PostMapping("/enable")
    ResponseEntity<Object> enable(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) {
        return answer(desk.enable(id, true, by(token, "")), http);
    }

    @PostMapping("/disable")
    ResponseEntity<Object> disable(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) {
        return answer(desk.enable(id, false, by(token, "")), http);
    }

    @DeleteMapping
    ResponseEntity<Object> remove(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest http,
            JwtAuthenticationToken token) {
        return answer(desk.remove(id, by(token, note)), http);
    }

    private ResponseEntity<Object> answer(Applied applied, HttpServletRequest http) {
        if (applied instanceof Applied.Unknown) {
            throw new Refusal(ProblemCode.DEPARTMENT_UNKNOWN);
        }
        return answers.of(applied, http);
    }

    private By by(JwtAuthenticationToken token, String note) {
        var caller = Caller.of(token);
        access.require(caller, Role.OPERATOR);
        return Notes.by(caller, note);
    }
}
