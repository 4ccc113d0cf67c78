package org.onewindow.hub;

import java.util.List;

/** A production hub was to start with what is only fit for trying out. */
final class NotForProduction extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotForProduction(List<String> refusals) {
        super("HUB_PROFILE=production is refused: " + String.join("; ", refusals));
    }
}
