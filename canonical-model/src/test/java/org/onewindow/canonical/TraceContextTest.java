package org.onewindow.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceContextTest {

    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void readsAndWritesWhatTravels() {
        var given = TraceContext.parse(GIVEN).orElseThrow();

        assertThat(given).isEqualTo(new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"));
        assertThat(given.header()).isEqualTo(GIVEN);
        assertThat(TraceContext.parse("01" + GIVEN.substring(2) + "-more")).contains(given);
    }

    @Test
    void takesNothingElseForATrace() {
        assertThat(Stream.of(
                        "",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                        GIVEN + "\r\nX: y"))
                .allMatch(text -> TraceContext.parse(text).isEmpty());
        assertThat(TraceContext.parse(null)).isEmpty();
    }

    @Test
    void tellsEachPieceOfWorkWithWhatItIsPartOf() {
        var told = new ArrayList<Spans.Span>();
        Spans spans = told::add;
        var given = TraceContext.parse(GIVEN).orElseThrow();

        ScopedValue.where(TraceContext.CURRENT, given)
                .run(() -> spans.within(Spans.Kind.SERVER, "outer", Map.of(), () -> inner(spans), no -> !no));

        assertThat(told).extracting(Spans.Span::name).containsExactly("inner", "outer");
        assertThat(told).allMatch(span -> span.context().traceId().equals(given.traceId()));
        assertThat(told.get(1).parent()).isEqualTo(given);
        assertThat(told.get(0).parent()).isEqualTo(told.get(1).context());
        assertThat(told).extracting(Spans.Span::failed).containsExactly(true, false);
    }

    private static Boolean inner(Spans spans) {
        return spans.within(Spans.Kind.CLIENT, "inner", Map.of(), () -> true, yes -> yes);
    }
}
