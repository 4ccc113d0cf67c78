package org.onewindow.portal.channels;

import java.io.IOException;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.config.Channel;
import org.onewindow.portal.cases.Requests;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.Channels.Read;
import org.onewindow.routes.HubRoutes;
import org.springframework.stereotype.Component;

/** Reads submissions in a channel's own form; what is not one is a {@link Refusal}. */
@Component
final class ChannelRequests {

    private final HubRoutes routes;

    ChannelRequests(HubRoutes routes) {
        this.routes = routes;
    }

    /** The channel, if it is open to this client; another client's is as unknown as one that never was. */
    Channel channel(String id, Caller caller) {
        return routes.channels()
                .find(id)
                .filter(channel -> channel.clients().contains(caller.client()))
                .orElseThrow(() -> new Refusal(ProblemCode.CHANNEL_UNKNOWN));
    }

    ServiceRequest read(Channel channel, byte[] submission, Caller caller) throws IOException {
        var read =
                switch (channel.format()) {
                    case JSON -> routes.channels().ofJson(channel, Wire.values(Wire.read(submission)));
                    case XML -> routes.channels().ofXml(channel, submission);
                };
        return switch (read) {
            case Read.Request request -> canonical(request, caller);
            case Read.NotXml(Localised where) ->
                throw new Refusal(ProblemCode.REQUEST_MALFORMED, new FieldError("", "malformed-xml", where));
            case Read.Unreadable(String reason) ->
                throw new Refusal(
                        ProblemCode.UNREADABLE_SUBMISSION,
                        new FieldError("", "unreadable", new Localised("映射未能完成：" + reason, reason)));
        };
    }

    /** Read as strictly as what comes in canonical form; what is wrong then, the mapping made of the submission. */
    private static ServiceRequest canonical(Read.Request request, Caller caller) {
        try {
            return Requests.of(Wire.object(request.values()), caller);
        } catch (Refusal unreadable) {
            throw new Refusal(ProblemCode.UNREADABLE_SUBMISSION, unreadable.errors());
        }
    }
}
