package org.onewindow.connectors.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.canonical.DepartmentReply.Uncertain;

/** What reply mappings may yield. */
final class SealedReplyTest {

    @Test
    void isReadWithSequenceAndId() {
        var sealed = of("{'state': 'answered', 'facts': {'totalFen': 1280000}, 'sequence': 3, 'replyId': 'r1'}");

        assertThat(sealed.reply()).isInstanceOfSatisfying(Answered.class, answered -> assertThat(answered.facts())
                .containsEntry("totalFen", 1280000));
        assertThat(sealed.sequence()).isEqualTo(3);
        assertThat(sealed.replyId()).isEqualTo("r1");
    }

    @Test
    void mayLeaveOutWhatIsUnknown() {
        assertThat(of("{'state': 'unavailable', 'cause': 'busy', 'retryAfter': null}")
                        .reply())
                .isEqualTo(new Unavailable("busy", null));
        assertThat(of("{'state': 'unavailable', 'cause': 'busy', 'retryAfter': 'PT30S'}")
                        .reply())
                .isEqualTo(new Unavailable("busy", Duration.ofSeconds(30)));
        assertThat(of("{'state': 'answered'}").reply()).isEqualTo(new Answered(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'state': 'approved'}",
                "{'state': 'answered', 'fact': {}}",
                "{'state': 'answered', 'facts': []}",
                "{'state': 'refused', 'code': 'x'}",
                "{'state': 'refused', 'code': '', 'reason': 'r'}",
                "{'state': 'uncertain'}",
                "{'state': 'unavailable', 'cause': 'x', 'retryAfter': 'soon'}",
                "{'state': 'supplement-needed'}",
                "{'state': 'supplement-needed', 'items': []}",
                "{'state': 'supplement-needed', 'items': [{'code': 'x'}]}",
                "{'state': 'answered', 'sequence': 1.5}"
            })
    void isNothingElse(String yielded) {
        assertThatThrownBy(() -> of(yielded)).isInstanceOf(MappingFailed.class);
    }

    @Test
    void tellsNoNumbersOfPersons() {
        assertThat(of("{'state': 'uncertain', 'cause': 'no 370102198503078212 here'}")
                        .reply())
                .isEqualTo(new Uncertain("no … here"));
        assertThat(of("{'state': 'refused', 'code': '1', 'reason': '手机13800138000不符'}")
                        .reply())
                .isEqualTo(new Refused("1", "手机…不符"));
    }

    @Test
    void doesNotQuoteWhatIsWrong() {
        assertThatThrownBy(() -> of("{'state': '张铭', 'facts': {}}")).hasMessageNotContaining("张铭");
    }

    private static SealedReply of(String json) {
        try {
            var yielded = new LinkedHashMap<String, @Nullable Object>();
            if (CanonicalJson.parse(json.replace('\'', '"').getBytes(UTF_8)) instanceof Map<?, ?> fields) {
                fields.forEach((name, value) -> yielded.put(String.valueOf(name), value));
            }
            return SealedReply.of(yielded);
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
