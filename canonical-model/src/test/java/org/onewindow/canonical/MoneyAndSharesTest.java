package org.onewindow.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyAndSharesTest {

    @Property
    void readsBackWhatItWritesInYuan(@ForAll @LongRange(min = 0, max = Fen.MAX) long amount) {
        assertThat(Fen.ofYuan(new Fen(amount).yuan())).isEqualTo(new Fen(amount));
    }

    @Test
    void writesYuanWithTwoDecimals() {
        assertThat(new Fen(5_000_000).yuan()).isEqualTo("50000.00");
        assertThat(new Fen(5).yuan()).isEqualTo("0.05");
    }

    @Test
    void refusesAFractionOfAFen() {
        assertThatThrownBy(() -> Fen.ofYuan("0.005")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesANegativeAmount() {
        assertThatThrownBy(() -> new Fen(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void addsEqualSharesUpToOneExactly(@ForAll @IntRange(min = 1, max = 50) int owners) {
        var shares = Collections.nCopies(owners, new Share(1, owners));

        assertThat(Share.addUpToOne(shares)).isTrue();
        assertThat(Share.addUpToOne(shares.subList(1, owners))).isFalse();
    }

    @Test
    void addsDifferentSharesUpExactly() {
        assertThat(Share.addUpToOne(List.of(Share.of("1/2"), Share.of("1/3"), Share.of("1/6"))))
                .isTrue();
        assertThat(Share.addUpToOne(List.of(Share.of("1/2"), Share.of("1/3"), Share.of("1/7"))))
                .isFalse();
    }

    @Test
    void refusesAShareThatIsNoFraction() {
        assertThat(Share.parse("0/1")).isEmpty();
        assertThat(Share.parse("1/0")).isEmpty();
        assertThat(Share.parse("0.5")).isEmpty();
        assertThat(Share.parse("1/1000000000000")).isEmpty();
    }
}
