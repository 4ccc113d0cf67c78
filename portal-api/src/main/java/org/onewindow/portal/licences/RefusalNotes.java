package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.store.StoreAway;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceStore;
import org.onewindow.portal.problem.Asked;
import org.onewindow.portal.problem.EvenTime;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Writes down whom a door of the stores refused, and commits that, before anything makes an answer of it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RefusalNotes implements HandlerExceptionResolver {

    private final LicenceStore store;
    private final Actors actors;
    private final HandlerExceptionResolver problems;

    RefusalNotes(
            LicenceStore store,
            Actors actors,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.store = store;
        this.actors = actors;
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception refused) {
        var door = handler instanceof HandlerMethod method ? method.getMethodAnnotation(StoreDoor.class) : null;
        if (door == null) {
            return null;
        }
        try {
            if (!isWritten(refused)) {
                store.refusals().note(actor(request), door.value(), reason(refused), Asked.of(request));
            }
            EvenTime.awaitEnd(request);
            return null;
        } catch (DataAccessException away) {
            // what cannot be written down is not even refused
            return problems.resolveException(request, response, handler, away);
        }
    }

    /** Where the database is away nothing was asked of it, and nothing can be written. */
    private static boolean isWritten(Exception refused) {
        return refused instanceof StoreAway
                || refused instanceof DataAccessException
                || (refused instanceof Refusal refusal && refusal.isWritten());
    }

    private Actor actor(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof JwtAuthenticationToken token
                ? actors.of(Caller.of(token))
                : VerifyingController.ANYBODY;
    }

    /** The most that can be said in one word. */
    private static String reason(Exception refused) {
        return switch (refused) {
            case Refusal refusal ->
                refusal.errors().stream()
                        .map(FieldError::code)
                        .findFirst()
                        .orElse(refusal.code().code());
            case ErrorResponse springs -> "status-" + springs.getStatusCode().value();
            default -> "failed";
        };
    }
}
