package org.onewindow.connectors.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts for the regular expressions that contracts use. */
final class PatternSampleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0-9]{17}[0-9X]",
                "\\d{6}(18|19|20)?\\d{2}",
                "1[3-9]\\d{9}",
                "[A-Z]{2}-\\d{4}",
                "(A|B)C*D+",
                "[\\u4e00-\\u9fa5]{2,4}",
                "\\p{Lu}{3}",
                "[^<>&]{1,10}",
                "(\\+86)?\\d{11}",
                "[A-HJ-NPQRTUWXY\\d]{18}",
                ".{3}",
                "\\S+@\\S+"
            })
    void takesItsOwnSample(String pattern) {
        assertThat(PatternSample.of(pattern))
                .hasValueSatisfying(sample ->
                        assertThat(XsdPattern.matches(pattern, sample)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=a)b", "[", "a{99999}"})
    void givesUpOnWhatIsBeyondIt(String pattern) {
        assertThat(PatternSample.of(pattern)).isEmpty();
    }
}
