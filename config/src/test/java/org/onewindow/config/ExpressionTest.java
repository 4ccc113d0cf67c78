package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private static boolean holds(String source) {
        return Expressions.compile(source)
                .holds(Json.object("{yes: true, no: false, empty: '', zero: 0, none: [], n: null}"));
    }

    @Test
    void holdsWhereJsonataCallsItTrue() {
        assertThat(holds("yes")).isTrue();
        assertThat(holds("'x'")).isTrue();
        assertThat(holds("1")).isTrue();
        assertThat(holds("[false, true]")).isTrue();
        assertThat(holds("{'a': 1}")).isTrue();
    }

    @Test
    void doesNotHoldWhereSomethingIsMissingFalseOrEmpty() {
        assertThat(holds("nosuch")).isFalse();
        assertThat(holds("nosuch > 0")).isFalse();
        assertThat(holds("n")).isFalse();
        assertThat(holds("no")).isFalse();
        assertThat(holds("empty")).isFalse();
        assertThat(holds("zero")).isFalse();
        assertThat(holds("none")).isFalse();
        assertThat(holds("[false]")).isFalse();
    }

    @Test
    void keepsItsSource() {
        assertThat(Expressions.compile("a.b").source()).isEqualTo("a.b");
        assertThat(Expressions.compile("a.b")).hasToString("a.b");
        assertThat(Expressions.compile("a.b").evaluate(Map.of("a", Map.of("b", 1))))
                .isEqualTo(1L);
    }
}
