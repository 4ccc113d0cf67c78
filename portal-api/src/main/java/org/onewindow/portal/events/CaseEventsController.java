package org.onewindow.portal.events;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.store.Cases;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.text.Languages;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Lets those who may see a case follow it (server-sent events): the timeline, line by line, as it grows. */
@RestController
final class CaseEventsController {

    private static final Pattern LINES = Pattern.compile("0|[1-9][0-9]{0,8}");

    /** Of a token that never ends. */
    private static final Duration LONGEST = Duration.ofHours(8);

    private final Access access;
    private final Cases cases;
    private final CaseReading.Source source;
    private final CaseStreams streams;

    CaseEventsController(Access access, Cases cases, CaseReading.Source source, CaseStreams streams) {
        this.access = access;
        this.cases = cases;
        this.source = source;
        this.streams = streams;
    }

    /**
     * The stream.
     *
     * @param lastEventId the last line the client has, as browsers send it; goes before {@code after}
     */
    @GetMapping(path = "/v1/cases/{number}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> follow(
            @PathVariable String number,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest http,
            JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var found = access.read(caller, number);
        var told = Optional.ofNullable(lastEventId)
                .or(() -> Optional.ofNullable(after))
                .map(CaseEventsController::lines);
        int length = cases.traceLengths(List.of(found.number())).getOrDefault(found.number(), 0);
        if (told.filter(lines -> lines > length).isPresent()) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        if (told.filter(lines -> lines == length).isPresent() && !found.state().isOpen()) {
            // browsers come back for ever, unless they hear this
            return ResponseEntity.noContent().build();
        }
        var reading = new CaseReading(source, caller, found.number(), Languages.of(http));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                // nginx would keep the lines back
                .header("X-Accel-Buffering", "no")
                .body(begin(reading, told.orElse(0), token));
    }

    private SseEmitter begin(CaseReading reading, int told, JwtAuthenticationToken token) {
        var until = Optional.ofNullable(token.getToken().getExpiresAt())
                .orElseGet(() -> Instant.now().plus(LONGEST));
        var caller = reading.caller();
        var stream = new CaseStream(reading, caller.client() + "/" + caller.subject(), told, until);
        streams.open(stream);
        return stream.line();
    }

    private static int lines(String text) {
        if (!LINES.matcher(text).matches()) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        return Integer.parseInt(text);
    }
}
