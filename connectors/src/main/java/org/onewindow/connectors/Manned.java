package org.onewindow.connectors;

import java.util.concurrent.atomic.AtomicInteger;
import org.onewindow.connectors.line.CamelCalls;

/** A desk, and how many are at it: it is closed only when nobody is, and then nobody comes to it any more. */
final class Manned implements AutoCloseable {

    private static final int CLOSED = Integer.MIN_VALUE;

    private final DepartmentDesk desk;
    private final CamelCalls camel;
    private final AtomicInteger here = new AtomicInteger();

    Manned(DepartmentDesk desk, CamelCalls camel) {
        this.desk = desk;
        this.camel = camel;
    }

    DepartmentDesk desk() {
        return desk;
    }

    /** Whether it was still open. */
    boolean enter() {
        return here.getAndUpdate(count -> count == CLOSED ? CLOSED : count + 1) != CLOSED;
    }

    void leave() {
        here.decrementAndGet();
    }

    boolean closeIfEmpty() {
        return here.compareAndSet(0, CLOSED);
    }

    /** Takes its routes out of the running context; nobody is at it. */
    void takeApart() {
        camel.remove();
        close();
    }

    @Override
    public void close() {
        desk.line().close();
        camel.close();
    }
}
