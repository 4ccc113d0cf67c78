package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.HubRoutes;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where departments call back; who they are they prove in the way their descriptor declares, not by a token of ours. */
@RestController
final class RepliesController {

    /** In bytes: an outcome may bear a certificate as a document, of up to 20 MiB before base64. */
    private static final int CALLBACK_MAX = 32 << 20;

    private final HubRoutes routes;

    RepliesController(HubRoutes routes) {
        this.routes = routes;
    }

    @PostMapping("/v1/replies/{department}/{correlation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(@PathVariable String department, @PathVariable String correlation, HttpServletRequest http)
            throws IOException {
        var body = Wire.bytes(http, CALLBACK_MAX);
        var taken = routes.replies()
                .receive(department, correlation, http.getMethod(), http.getRequestURI(), headers(http), body);
        switch (taken) {
            case TAKEN -> {}
            case FORGED -> throw new Refusal(ProblemCode.NOT_AUTHENTICATED);
            case UNKNOWN -> throw new Refusal(ProblemCode.NOT_FOUND);
        }
    }

    private static Map<String, String> headers(HttpServletRequest http) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var name : Collections.list(http.getHeaderNames())) {
            headers.put(name, http.getHeader(name));
        }
        return headers;
    }
}
