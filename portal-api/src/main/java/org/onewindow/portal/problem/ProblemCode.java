package org.onewindow.portal.problem;

import java.util.Locale;
import java.util.Optional;

/** Every kind of problem the API answers with; its page is {@code /help/problems/{code}}. */
public enum ProblemCode {
    REQUEST_MALFORMED(400),
    PARAMETER_INVALID(400),
    IDEMPOTENCY_KEY_MISSING(400),
    ACTION_DIFFERS(400),
    NOT_AUTHENTICATED(401),
    NOT_ALLOWED(403),
    MANDATE_NEEDED(403),
    PERSON_NEEDED(403),
    PRESENCE_NEEDED(403),
    CLIENT_NEEDED(403),
    NOT_ASKED(403),
    AUTHORISATION_REFUSED(403),
    REFUSED_IN_PRODUCTION(403),
    NOT_FOUND(404),
    MATERIAL_UNKNOWN(404),
    MATTER_UNKNOWN(404),
    CASE_UNKNOWN(404),
    UPLOAD_UNKNOWN(404),
    LICENCE_UNKNOWN(404),
    AUTHORISATION_UNKNOWN(404),
    MANDATE_UNKNOWN(404),
    OBJECTION_UNKNOWN(404),
    ERASURE_UNKNOWN(404),
    DISPOSAL_UNKNOWN(404),
    INQUIRY_UNKNOWN(404),
    CHANNEL_UNKNOWN(404),
    SUPPLEMENT_UNKNOWN(404),
    TASK_UNKNOWN(404),
    WEBHOOK_UNKNOWN(404),
    DELIVERY_UNKNOWN(404),
    DEPARTMENT_UNKNOWN(404),
    REVISION_UNKNOWN(404),
    MESSAGE_UNKNOWN(404),
    REPLAY_UNKNOWN(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_IN_FLIGHT(409),
    CASE_ALREADY_OPEN(409),
    ALREADY_CONFIRMED(409),
    ALREADY_TOLD(409),
    MATERIALS_COMPLETE(409),
    SUPPLEMENT_CLOSED(409),
    NOTHING_TO_PAY(409),
    TOO_LATE(409),
    NOT_NOW(409),
    NOT_AGAIN(409),
    REPLAY_OVER(409),
    TASK_CLOSED(409),
    USE_REFUSED(409),
    ERASURE_REFUSED(409),
    DISPOSAL_REFUSED(409),
    LICENCE_STATE(409),
    DOCUMENT_INCOMPLETE(409),
    WEBHOOKS_TOO_MANY(409),
    DEPARTMENT_NEEDED(409),
    CONFIGURATION_OVERTAKEN(409),
    UPLOAD_OFFSET(409),
    UPLOAD_IN_USE(409),
    UPLOAD_PROTOCOL(412),
    TOO_LARGE(413),
    MEDIA_TYPE_UNSUPPORTED(415),
    REQUEST_INVALID(422),
    IDEMPOTENCY_KEY_REUSED(422),
    UPLOAD_EMPTY(422),
    UPLOAD_REFUSED(422),
    INFECTED(422),
    UNREADABLE_SUBMISSION(422),
    ARCHIVE_UNFIT(422),
    PACK_OF_ANOTHER(422),
    CONFIGURATION_FAULTY(422),
    CONFIGURATION_REFUSED(422),
    STREAMS_TOO_MANY(429),
    TOO_MANY_REQUESTS(429),
    LOOKS_TOO_MANY(429),
    UPLOAD_CHECKSUM(460),
    INTERNAL(500),
    STREAMS_FULL(503),
    TEMPORARILY_UNAVAILABLE(503),
    SCANNER_AWAY(503),
    ISSUER_AWAY(503),
    OVERLOADED(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** As it stands in URLs and in the texts, such as {@code case-unknown}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String type() {
        return "/help/problems/" + code();
    }

    static Optional<ProblemCode> of(String code) {
        for (var one : values()) {
            if (one.code().equals(code)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
