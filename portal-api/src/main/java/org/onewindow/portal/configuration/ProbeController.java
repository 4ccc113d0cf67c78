package org.onewindow.portal.configuration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.DepartmentLines;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the hub reaches a department, tried before it is enabled. */
@RestController
final class ProbeController {

    private final DepartmentLines lines;
    private final Access access;

    ProbeController(DepartmentLines lines, Access access) {
        this.lines = lines;
        this.access = access;
    }

    /** Whether it is really asked something: one look-up, with a sample's request. */
    record Probing(boolean lookUp) {}

    /** All steps, in their order; a step after one that failed is not tried. */
    record Probed(boolean well, List<DepartmentLines.Probe> steps) {}

    @PostMapping(path = "/v1/admin/departments/{id}/probe", consumes = MediaType.APPLICATION_JSON_VALUE)
    Probed probe(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        access.require(Caller.of(token), Role.OPERATOR);
        var steps = lines.probe(id, Wire.read(http, Probing.class).lookUp())
                .orElseThrow(() -> new Refusal(ProblemCode.DEPARTMENT_UNKNOWN));
        return new Probed(steps.stream().allMatch(DepartmentLines.Probe::well), steps);
    }
}
