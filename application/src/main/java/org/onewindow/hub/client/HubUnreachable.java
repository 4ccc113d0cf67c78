package org.onewindow.hub.client;

import java.net.URI;

/** Nobody answers where the hub should be. */
public final class HubUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final URI url;

    public HubUnreachable(URI url, Throwable cause) {
        super("no hub at " + url, cause);
        this.url = url;
    }

    public URI url() {
        return url;
    }
}
