package org.onewindow.portal.overload;

/**
 * What a node takes on.
 *
 * @param callerRate requests a second that one caller may send to change or ask something, with twice as many at once
 * @param places requests of one kind that are worked on at once, see {@link Lanes}
 * @param backlog pieces of work that may wait over all nodes before no new case is taken
 * @param proxies in front of the hub, whose word counts for where somebody without a token asks from
 */
public record OverloadLimits(int callerRate, int places, int backlog, Proxies proxies) {

    public OverloadLimits {
        if (callerRate < 1 || places < 1 || backlog < 1) {
            throw new IllegalArgumentException("the limits of overload are numbers above 0");
        }
    }
}
