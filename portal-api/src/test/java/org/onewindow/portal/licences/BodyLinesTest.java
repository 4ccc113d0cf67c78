package org.onewindow.portal.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.onewindow.portal.problem.Refusal;

/** A body is cut into no more lines than are taken. */
class BodyLinesTest {

    private static final int BODY = 8 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void numbersLinesAndLeavesOutThoseThatAreBlank() {
        var lines = BodyLines.of("{}\r\n\n \t\r\n{\"name\": \"吴\"}".getBytes(StandardCharsets.UTF_8), 2);

        assertThat(lines).extracting(line -> line.number()).containsExactly(1, 4);
        assertThat(lines.getLast().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("{\"name\": \"吴\"}");
        assertThatThrownBy(() -> BodyLines.of("1\n2\n3".getBytes(StandardCharsets.UTF_8), 2))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void buildsNoMoreLinesThanItTakesHoweverManyThereAre() {
        var many = "1\n".repeat(BODY / 2).getBytes(StandardCharsets.UTF_8);
        var blank = "\n".repeat(BODY).getBytes(StandardCharsets.UTF_8);

        assertThat(allocatedBy(() ->
                        assertThatThrownBy(() -> BodyLines.of(many, 10_000)).isInstanceOf(Refusal.class)))
                .isLessThan(4 << 20);
        assertThat(allocatedBy(() -> assertThat(BodyLines.of(blank, 10_000)).isEmpty()))
                .isLessThan(4 << 20);
    }

    /** Bytes that this thread asked for meanwhile, whether or not they were freed. */
    private static long allocatedBy(Runnable work) {
        work.run();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
