package org.onewindow.portal.channels;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Channel;
import org.onewindow.portal.cases.Accepted;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.cases.SubmissionDoor;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The counter for clients that send a form of their own; answered like an application in canonical form. */
@RestController
final class ChannelCasesController {

    private final Access access;
    private final ChannelRequests requests;
    private final SubmissionDoor door;
    private final Accepted accepted;

    ChannelCasesController(Access access, ChannelRequests requests, SubmissionDoor door, Accepted accepted) {
        this.access = access;
        this.requests = requests;
        this.door = door;
        this.accepted = accepted;
    }

    @PostMapping("/v1/channels/{id}/cases")
    ResponseEntity<Object> submit(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.CASES, Role.WINDOW);
        var channel = requests.channel(id, caller);
        var key = RequestHeaders.idempotencyKey(http);
        if (!isOf(channel, http.getContentType())) {
            throw new Refusal(ProblemCode.MEDIA_TYPE_UNSUPPORTED);
        }
        var request = requests.read(channel, Wire.bytes(http, Wire.BODY_MAX), caller);
        return accepted.answer(http, caller, door.take(caller, key, request));
    }

    private static boolean isOf(Channel channel, @Nullable String contentType) {
        try {
            var type = MediaType.parseMediaType(String.valueOf(contentType));
            return switch (channel.format()) {
                case JSON -> MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type);
                case XML ->
                    MediaType.APPLICATION_XML.equalsTypeAndSubtype(type)
                            || MediaType.TEXT_XML.equalsTypeAndSubtype(type);
            };
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }
}
