package org.onewindow.portal.stores;

import jakarta.servlet.http.HttpServletRequest;
import org.onewindow.licences.Uploads;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.RequestHeaders;

/** Who may hand something in, and under which key. */
final class Senders {

    private Senders() {}

    static Uploads.Sender of(Access access, Caller caller, HttpServletRequest request) {
        access.require(caller, Role.CASES, Role.WINDOW);
        return new Uploads.Sender(
                access.subjectOf(caller),
                access.keeperOf(caller),
                caller.client(),
                RequestHeaders.idempotencyKey(request));
    }
}
