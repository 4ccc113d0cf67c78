package org.onewindow.cases.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the exchanges of inquiries some at a time and beside the answers: nobody waits for it.
 *
 * <p>They change nothing at a department, and that they were asked stands in the inquiry log before. A node writes a thousand a second;
 * what comes while two thousand wait is not kept, and how many were not is told to the log once a batch.
 */
public final class InquiryMessages implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InquiryMessages.class);
    private static final int WAITING_MAX = 2_000;
    private static final int BATCH = 200;
    private static final long GATHER_MILLIS = 200;

    private final Messages messages;
    private final BlockingQueue<Supplier<Said>> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Thread writer = Thread.ofVirtual().name("inquiry-messages").unstarted(this::write);
    private final LongAdder dropped = new LongAdder();
    private volatile boolean open = true;

    private InquiryMessages(Messages messages) {
        this.messages = messages;
    }

    public static InquiryMessages begin(Messages messages) {
        var log = new InquiryMessages(messages);
        log.writer.start();
        return log;
    }

    /** Made and sealed only where it can be written: whoever asked has their answer by then. */
    public void add(Supplier<Said> said) {
        if (!waiting.offer(said)) {
            dropped.increment();
        }
    }

    /** Keeps one that nobody would send again, before this returns. */
    public void keep(Said said) {
        messages.keep(List.of(said));
    }

    private void write() {
        try {
            while (open || !waiting.isEmpty()) {
                var first = waiting.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    TimeUnit.MILLISECONDS.sleep(open ? GATHER_MILLIS : 0);
                    keep(first);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(Supplier<Said> first) {
        var batch = new ArrayList<Supplier<Said>>();
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
        long lost = dropped.sumThenReset();
        if (lost > 0) {
            LOG.warn("more inquiries than can be written down: {} messages are not kept", lost);
        }
        try {
            messages.keep(batch.stream().map(Supplier::get).toList());
        } catch (StoreAway away) {
            LOG.warn("database away, {} messages of inquiries are not kept", batch.size());
        }
    }

    /** Writes what waits. */
    @Override
    public void close() {
        open = false;
        try {
            writer.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
