package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.Command;

/** What was committed was taken, whether anybody can be told of it or not. */
class HintsTest {

    private static final CaseNumber NUMBER = new CaseNumber("OW261124-7K3M9QXT-D");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Hints hints = new Hints(camel.createProducerTemplate());

    @Test
    void areLostWithoutAWordWhileTheNodeStarts() {
        camel.init();

        assertThatCode(this::hint).doesNotThrowAnyException();
    }

    @Test
    void areLostWithoutAWordWhileNobodyListens() {
        camel.start();

        assertThatCode(this::hint).doesNotThrowAnyException();
        camel.stop();
    }

    @Test
    void areLostWithoutAWordWhenTheNodeEnds() {
        camel.start();
        camel.stop();

        assertThatCode(this::hint).doesNotThrowAnyException();
    }

    private void hint() {
        hints.send(NUMBER, List.of(new Command.Dispatch("title", "land-registry"), new Command.Check()));
    }
}
