package org.onewindow.licences.blobs;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why a bucket took or gave nothing: a few words that logs, metrics and {@code ./hub doctor} have in common. */
public enum BucketFault {
    /** A secret file is missing. */
    NO_KEYS,
    NAME_NOT_RESOLVED,
    NOT_CONNECTED,
    NO_ANSWER,
    /** What listens there speaks no TLS, or none that this JDK takes. */
    NO_TLS,
    /** Nobody whom the hub trusts vouches for the certificate, or it is for another name. */
    TLS_NOT_TRUSTED,
    /** The hub's own file of authorities is no certificate. */
    AUTHORITIES_UNREADABLE,
    ACCESS_KEY_UNKNOWN,
    SECRET_KEY_WRONG,
    CLOCKS_APART,
    FORBIDDEN,
    NO_SUCH_BUCKET,
    /** Of another region, or to be named in another way. */
    ELSEWHERE,
    FULL,
    /** A fault of the store's own. */
    FAILING,
    /** Any other refusal. */
    REFUSED,
    /** The line broke, or what came was no answer. */
    BROKEN_OFF,
    /** It gave other bytes than it was given. */
    ALTERED;

    private static final int SERVER_ERROR = 500;
    private static final int INSUFFICIENT_STORAGE = 507;

    /** As metrics and texts have it, such as {@code no-such-bucket}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Of a refusal.
     *
     * @param code what the store calls it, in Amazon's words; may be empty
     */
    static BucketFault ofAnswer(int status, String code) {
        return switch (code) {
            case "InvalidAccessKeyId", "InvalidToken", "ExpiredToken" -> ACCESS_KEY_UNKNOWN;
            case "SignatureDoesNotMatch" -> SECRET_KEY_WRONG;
            case "RequestTimeTooSkewed", "RequestExpired" -> CLOCKS_APART;
            case "NoSuchBucket" -> NO_SUCH_BUCKET;
            case "AuthorizationHeaderMalformed", "PermanentRedirect", "TemporaryRedirect" -> ELSEWHERE;
            case "QuotaExceeded", "XMinioStorageFull" -> FULL;
            default -> ofAnswer(status);
        };
    }

    private static BucketFault ofAnswer(int status) {
        return switch (status) {
            case 301, 302, 307, 308 -> ELSEWHERE;
            case 401, 403 -> FORBIDDEN;
            case INSUFFICIENT_STORAGE -> FULL;
            default -> status >= SERVER_ERROR ? FAILING : REFUSED;
        };
    }

    /** Of what came instead of an answer: inner causes say more than outer ones, but for what the hub itself could not read. */
    static BucketFault ofFailure(Throwable failure) {
        var fault = BROKEN_OFF;
        for (Throwable cause = failure; cause != null && fault != AUTHORITIES_UNREADABLE; cause = cause.getCause()) {
            var here = ofCause(cause);
            fault = here == BROKEN_OFF ? fault : here;
        }
        return fault;
    }

    private static BucketFault ofCause(Throwable cause) {
        return switch (cause) {
            case OwnAuthorities.Unreadable _ -> AUTHORITIES_UNREADABLE;
            case CertificateException _ -> TLS_NOT_TRUSTED;
            case SSLException _ -> NO_TLS;
            case UnknownHostException _ -> NAME_NOT_RESOLVED;
            case ConnectException _, NoRouteToHostException _ -> NOT_CONNECTED;
            case SocketTimeoutException _ -> NO_ANSWER;
            default -> BROKEN_OFF;
        };
    }
}
