package org.onewindow.simulators.wire;

/** A department's HTTP side; called on a virtual thread of its own for each request. */
public interface Face {

    Reply reply(Request request) throws InterruptedException;

    /** Bodies above this many bytes arrive empty and marked as too large. */
    default int bodyLimit() {
        return 1 << 20;
    }
}
