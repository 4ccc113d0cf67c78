package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.TraceContext;
import org.slf4j.MDC;

class HintTest {

    private static final CaseNumber NUMBER = CaseNumber.on(LocalDate.of(2026, 11, 26));
    private static final TraceContext TRACE = new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7");

    @Test
    void bearsTheTraceOfTheWorkThatSentIt() {
        var sent = new ArrayList<String>();
        ScopedValue.where(TraceContext.CURRENT, TRACE)
                .run(() -> sent.add(Hint.of(NUMBER, "marriage").text()));

        var came = Hint.parse(sent.getFirst());

        assertThat(came).isEqualTo(new Hint(NUMBER, "marriage", TRACE));
        assertThat(came.about()).isEqualTo(Hint.of(NUMBER, "marriage").about());
    }

    @Test
    void bearsNoneWhereNobodyBeganAny() {
        assertThat(Hint.parse(Hint.of(NUMBER, "").text())).isEqualTo(new Hint(NUMBER, "", null));
        assertThat(Hint.parse(NUMBER.text() + " homes.0 nonsense")).isEqualTo(new Hint(NUMBER, "homes.0", null));
    }

    @Test
    void namesTraceAndCaseInTheLogWhileItIsWorkedOn() {
        var logged = new ArrayList<Map<String, String>>();

        new Hint(NUMBER, "marriage", TRACE).traced(() -> logged.add(MDC.getCopyOfContextMap()));

        assertThat(logged).containsExactly(Map.of("caseNumber", NUMBER.text(), "traceId", TRACE.traceId()));
        assertThat(MDC.get("traceId")).isNull();
    }
}
