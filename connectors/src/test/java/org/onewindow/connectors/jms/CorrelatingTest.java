package org.onewindow.connectors.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.config.Correlation;

/** What a message of the hub bears that comes back because the department could not read it. */
final class CorrelatingTest {

    private static QueueAnswer back(String correlation) {
        return new QueueAnswer("ID:7", correlation, Map.of(), new byte[] {1});
    }

    @Test
    void bearsItsIdWhereNothingElseWasSent() {
        var byId = new Correlating(new Correlation.MessageId(), _ -> Map.of());

        assertThat(byId.ofDeadLetter(back(""))).isEqualTo("ID:7");
        assertThat(byId.ofDeadLetter(back("ID:6")))
                .as("sent back by a program that names ours")
                .isEqualTo("ID:6");
        assertThat(byId.of(back(""))).as("an answer's own id tells nothing").isEmpty();
    }

    @Test
    void bearsTheCorrelationThatWasSentAndNeverItsId() {
        var byOwn = new Correlating(new Correlation.OwnId(), _ -> Map.of());

        assertThat(byOwn.ofDeadLetter(back("c0ffee"))).isEqualTo("c0ffee");
        assertThat(byOwn.ofDeadLetter(back(""))).isEmpty();
    }
}
