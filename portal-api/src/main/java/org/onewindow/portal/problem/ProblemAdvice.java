package org.onewindow.portal.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.store.StoreAway;
import org.onewindow.licences.blobs.BlobsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever leaves a controller by exception into a problem; the only place that does. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal, HttpServletRequest request) {
        return problems.answer(request, refusal.code(), refusal.errors());
    }

    @ExceptionHandler
    ResponseEntity<Object> notAuthenticated(AuthenticationException unknown, HttpServletRequest request) {
        return plain(request, ProblemCode.NOT_AUTHENTICATED);
    }

    @ExceptionHandler
    ResponseEntity<Object> notAllowed(AccessDeniedException denied, HttpServletRequest request) {
        return plain(request, ProblemCode.NOT_ALLOWED);
    }

    /** A parameter of the address that is no number, where one is wanted. */
    @ExceptionHandler
    ResponseEntity<Object> wrongParameter(TypeMismatchException wrong, HttpServletRequest request) {
        return plain(request, ProblemCode.PARAMETER_INVALID);
    }

    @ExceptionHandler({StoreAway.class, DataAccessResourceFailureException.class, TransientDataAccessException.class})
    ResponseEntity<Object> away(RuntimeException away, HttpServletRequest request) {
        LOG.warn("the database is away: {}", away.getClass().getSimpleName());
        return plain(request, ProblemCode.TEMPORARILY_UNAVAILABLE);
    }

    /** Where the bytes of uploads lie: nothing was kept, and what came in parts is still there. */
    @ExceptionHandler
    ResponseEntity<Object> bytesAway(BlobsAway away, HttpServletRequest request) {
        LOG.warn("no bytes could be kept or read: {}", away.getMessage());
        return plain(request, ProblemCode.TEMPORARILY_UNAVAILABLE);
    }

    /** The caller has gone: there is nobody to tell. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void gone(Exception gone) {
        LOG.debug("the caller has gone");
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> other(Exception other, HttpServletRequest request) {
        if (other instanceof ErrorResponse springs) {
            return plain(request, codeOf(springs.getStatusCode().value()));
        }
        LOG.error("a request to {} failed", request.getRequestURI(), other);
        return plain(request, ProblemCode.INTERNAL);
    }

    static ProblemCode codeOf(int status) {
        return switch (status) {
            case 401 -> ProblemCode.NOT_AUTHENTICATED;
            case 403 -> ProblemCode.NOT_ALLOWED;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.TOO_LARGE;
            case 415 -> ProblemCode.MEDIA_TYPE_UNSUPPORTED;
            case 429 -> ProblemCode.TOO_MANY_REQUESTS;
            case 503 -> ProblemCode.TEMPORARILY_UNAVAILABLE;
            default -> status >= 400 && status < 500 ? ProblemCode.PARAMETER_INVALID : ProblemCode.INTERNAL;
        };
    }

    private ResponseEntity<Object> plain(HttpServletRequest request, ProblemCode code) {
        return problems.answer(request, code, List.of());
    }
}
