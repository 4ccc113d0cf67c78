package org.onewindow.portal.events;

import java.time.Duration;

/**
 * How many may look at cases as they go on, and how often they hear that the line is alive.
 *
 * @param perCaller open streams of one person or login at this node
 * @param perNode open streams of all
 * @param heartbeat after so much silence
 */
public record StreamLimits(int perCaller, int perNode, Duration heartbeat) {

    static StreamLimits usual() {
        return new StreamLimits(6, 1000, Duration.ofSeconds(15));
    }
}
