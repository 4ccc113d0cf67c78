package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    @Test
    void writesTogetherWhatCameWhileItWasWriting() throws Exception {
        var groups = new ArrayList<List<Integer>>();
        var writing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var commit = new GroupCommit<Integer, Integer>(
                100,
                group -> {
                    groups.add(group);
                    writing.countDown();
                    await(goOn);
                    return group;
                },
                _ -> false);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Future<?>>();
            callers.add(threads.submit(() -> commit.add(0)));
            await(writing);
            IntStream.range(1, 50).forEach(i -> callers.add(threads.submit(() -> commit.add(i))));
            Awaitility.await().until(() -> commit.waiting() == 49);
            goOn.countDown();
            for (var caller : callers) {
                caller.get();
            }
        }

        assertThat(groups).hasSize(2);
        assertThat(groups.stream().flatMap(List::stream)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void aRowThatCannotBeWrittenTakesNoOtherWithIt() throws Exception {
        var writing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var commit = new GroupCommit<Integer, String>(
                100,
                group -> {
                    writing.countDown();
                    await(goOn);
                    if (group.contains(2)) {
                        throw new IllegalStateException("two");
                    }
                    return group.stream().map(row -> "wrote " + row).toList();
                },
                _ -> true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Future<String>>();
            callers.add(threads.submit(() -> commit.add(0)));
            await(writing);
            IntStream.range(1, 4).forEach(i -> callers.add(threads.submit(() -> commit.add(i))));
            Awaitility.await().until(() -> commit.waiting() == 3);
            goOn.countDown();

            assertThat(callers.get(1).get()).isEqualTo("wrote 1");
            assertThatThrownBy(() -> callers.get(2).get()).hasMessageContaining("two");
            assertThat(callers.get(3).get()).isEqualTo("wrote 3");
        }
    }

    @Test
    void tellsEveryCallerOfAGroupThatCouldNotBeWritten() {
        var commit = new GroupCommit<Integer, Integer>(
                100,
                _ -> {
                    throw new IllegalStateException("away");
                },
                _ -> false);

        assertThatThrownBy(() -> commit.add(1)).hasMessage("away");
        assertThatThrownBy(() -> commit.add(2)).hasMessage("away");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
