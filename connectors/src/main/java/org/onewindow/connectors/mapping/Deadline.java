package org.onewindow.connectors.mapping;

import java.time.Duration;
import java.util.Map;
import net.sf.saxon.Controller;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.Logger;
import net.sf.saxon.lib.TraceListener;
import net.sf.saxon.om.Item;
import net.sf.saxon.trace.Traceable;

/** Stops a style sheet that runs too long; it sees every instruction because sheets are compiled with tracing. */
final class Deadline implements TraceListener {

    private static final int INSTRUCTIONS_BETWEEN_LOOKS_AT_THE_CLOCK = 256;

    private final long end;
    private int seen;

    Deadline(Duration longest) {
        this.end = System.nanoTime() + longest.toNanos();
    }

    @Override
    public void enter(Traceable instruction, Map<String, Object> properties, XPathContext context) {
        if (++seen % INSTRUCTIONS_BETWEEN_LOOKS_AT_THE_CLOCK == 0 && System.nanoTime() - end > 0) {
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
