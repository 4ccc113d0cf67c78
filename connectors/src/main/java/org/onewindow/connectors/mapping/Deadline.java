package org.onewindow.connectors.mapping;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import net.sf.saxon.Controller;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.Logger;
import net.sf.saxon.lib.TraceListener;
import net.sf.saxon.om.Item;
import net.sf.saxon.trace.Traceable;

/**
 * Stops a style sheet that works too long on one thread; it sees every instruction because sheets are compiled with tracing.
 *
 * <p>By the thread's own time on the processor: a machine that is busy, or a process that was frozen, makes no mapping wrong.
 */
final class Deadline implements TraceListener {

    private static final int INSTRUCTIONS_BETWEEN_LOOKS_AT_THE_CLOCK = 256;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long end;
    private int seen;

    Deadline(Duration longest) {
        this.end = worked() + longest.toNanos();
    }

    private static long worked() {
        return THREADS.getCurrentThreadCpuTime();
    }

    @Override
    public void enter(Traceable instruction, Map<String, Object> properties, XPathContext context) {
        if (++seen % INSTRUCTIONS_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
            look();
        }
    }

    void look() {
        if (worked() - end > 0) {
            throw new Passed();
        }
    }

    @Override
    public void setOutputDestination(Logger stream) {}

    @Override
    public void open(Controller controller) {}

    @Override
    public void close() {}

    @Override
    public void leave(Traceable instruction) {}

    @Override
    public void startCurrentItem(Item currentItem) {}

    @Override
    public void endCurrentItem(Item currentItem) {}

    /** The time is over. */
    static final class Passed extends RuntimeException {
        Passed() {
            super("the time is over", null, false, false);
        }
    }
}
