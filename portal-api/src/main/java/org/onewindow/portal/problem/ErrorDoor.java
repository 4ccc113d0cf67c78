package org.onewindow.portal.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the servlet container sends what failed outside of any controller: a problem too, instead of its own page. */
@RestController
final class ErrorDoor implements ErrorController {

    private final Problems problems;

    ErrorDoor(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    ResponseEntity<Object> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer sent ? sent : 404;
        return problems.answer(request, ProblemAdvice.codeOf(status), List.of());
    }
}
