package org.onewindow.portal.departments;

import jakarta.servlet.http.HttpServletRequest;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Page;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the departments are doing: all of them for operators, their own for those who speak for one. */
@RestController
@RequestMapping("/v1/departments")
final class DepartmentsController {

    private final DepartmentHealths healths;
    private final Access access;

    DepartmentsController(DepartmentHealths healths, Access access) {
        this.healths = healths;
        this.access = access;
    }

    @GetMapping
    Page<DepartmentHealth> all(HttpServletRequest http, JwtAuthenticationToken token) {
        var caller = caller(token);
        return new Page<>(healths.all(Languages.of(http)).stream()
                .filter(one -> maySee(caller, one.id()))
                .toList());
    }

    @GetMapping("/{id}/health")
    DepartmentHealth one(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) {
        var caller = caller(token);
        return healths.of(id, Languages.of(http))
                .filter(one -> maySee(caller, one.id()))
                .orElseThrow(() -> new Refusal(ProblemCode.DEPARTMENT_UNKNOWN));
    }

    private Caller caller(JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        access.require(caller, Role.OPERATOR, Role.DEPARTMENT);
        return caller;
    }

    private static boolean maySee(Caller caller, String department) {
        return caller.is(Role.OPERATOR) || department.equals(caller.department());
    }
}
