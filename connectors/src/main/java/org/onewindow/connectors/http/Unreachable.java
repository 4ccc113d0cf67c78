package org.onewindow.connectors.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Arrays;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Failures after which it is sure that no byte of a request has arrived: only then another address may be asked. */
public final class Unreachable {

    @SuppressWarnings({"unchecked", "rawtypes"}) // what Camel's failover wants
    private static final Class<? extends Throwable>[] ALL = new Class[] {
        ConnectException.class,
        ConnectTimeoutException.class,
        NoRouteToHostException.class,
        UnknownHostException.class,
        SSLHandshakeException.class,
        SSLPeerUnverifiedException.class
    };

    private Unreachable() {}

    public static Class<? extends Throwable>[] kinds() {
        return ALL.clone();
    }

    public static boolean is(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            var cause = at;
            if (Arrays.stream(ALL).anyMatch(kind -> kind.isInstance(cause))) {
                return true;
            }
        }
        return false;
    }
}
