package org.onewindow.routes;

import java.time.Clock;
import java.time.Instant;
import org.onewindow.cases.PlannedCall;
import org.onewindow.cases.store.Life;

/**
 * This process among the hub's equal nodes.
 *
 * @param name {@code HUB_NODE}; two processes under one name take the work from each other
 * @param publicUrl where departments reach the hub, without a slash at the end
 */
public record Node(String name, String publicUrl, Clock clock, Life life) {

    Instant now() {
        return clock.instant();
    }

    String callbackUrl(PlannedCall call) {
        return publicUrl + "/v1/replies/" + call.department().id() + "/" + call.correlation();
    }
}
