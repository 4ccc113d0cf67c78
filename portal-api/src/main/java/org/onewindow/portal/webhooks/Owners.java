package org.onewindow.portal.webhooks;

import org.onewindow.cases.IdentityHash;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.springframework.stereotype.Component;

/** Whose a webhook is: the client's that registered it, never a person's. */
@Component
final class Owners {

    private final Access access;
    private final Webhooks webhooks;
    private final IdentityHash hash;

    Owners(Access access, Webhooks webhooks, IdentityHash hash) {
        this.access = access;
        this.webhooks = webhooks;
        this.hash = hash;
    }

    /** The client that calls for itself; citizens, and staff who use one, are refused. */
    String client(Caller caller) {
        access.require(caller, Role.CASES, Role.WINDOW);
        boolean staff = caller.is(Role.WINDOW) && !caller.subject().equals(caller.client());
        if (caller.person() != null || staff) {
            throw new Refusal(ProblemCode.CLIENT_NEEDED);
        }
        return caller.client();
    }

    Webhook webhook(Caller caller, String id) {
        return webhooks.find(client(caller), id).orElseThrow(() -> new Refusal(ProblemCode.WEBHOOK_UNKNOWN));
    }

    /** Stands for one request of a client, so that what it made is found again when it is repeated. */
    String request(String client, String key) {
        return hash.of("webhook-request/" + client + "/" + key);
    }
}
