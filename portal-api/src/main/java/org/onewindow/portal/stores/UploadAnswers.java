package org.onewindow.portal.stores;

import org.onewindow.licences.Received;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** What is answered to bytes that have come, whichever way they came. */
final class UploadAnswers {

    private UploadAnswers() {}

    /** The upload; leaves with the problem where there is none. */
    static Received.Stored stored(Received received) {
        return switch (received) {
            case Received.Stored stored -> stored;
            case Received.TooLarge _ -> throw new Refusal(ProblemCode.TOO_LARGE);
            case Received.Refused refused -> throw refusal(refused);
            case Received.ScannerAway _ -> throw new Refusal(ProblemCode.SCANNER_AWAY);
            case Received.SenderErased _ -> throw new Refusal(ProblemCode.NOT_ALLOWED);
            case Received.Empty _ -> throw new Refusal(ProblemCode.UPLOAD_EMPTY);
            case Received.KeyReused _ -> throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        };
    }

    private static Refusal refusal(Received.Refused refused) {
        var reason = refused.reason();
        return switch (reason) {
            case TYPE_NOT_ACCEPTED, TYPE_NOT_AS_DECLARED -> new Refusal(ProblemCode.MEDIA_TYPE_UNSUPPORTED);
            case INFECTED -> new Refusal(ProblemCode.INFECTED);
            case CONTAINER_UNSAFE, ENCRYPTED, ACTIVE_CONTENT, TOO_MANY_PAGES, TOO_MANY_PIXELS, UNREADABLE ->
                new Refusal(ProblemCode.UPLOAD_REFUSED, FieldError.of("", reason.code()));
        };
    }
}
