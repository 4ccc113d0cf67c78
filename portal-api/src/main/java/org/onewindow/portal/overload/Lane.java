package org.onewindow.portal.overload;

import java.util.concurrent.Semaphore;

/**
 * What a node works on at once of one kind of request (Bulkhead). Nobody waits in line for a place: who finds none is refused at once,
 * so that whoever is inside is served fast.
 */
final class Lane {

    private final Semaphore places;
    private final boolean takesNewWork;

    private Lane(int places, boolean takesNewWork) {
        this.places = new Semaphore(places);
        this.takesNewWork = takesNewWork;
    }

    static Lane of(int places) {
        return new Lane(places, false);
    }

    /** One that is shut while too much work waits already. */
    static Lane forNewWork(int places) {
        return new Lane(places, true);
    }

    boolean takesNewWork() {
        return takesNewWork;
    }

    boolean enter() {
        return places.tryAcquire();
    }

    void leave() {
        places.release();
    }

    int free() {
        return places.availablePermits();
    }
}
