package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onewindow.portal.problem.ProblemCode;

/** Whoever gets a problem finds its page, in their language. */
class ProblemPagesTest {

    @ParameterizedTest
    @EnumSource
    void explainsEveryProblemInBothLanguages(ProblemCode code) {
        var chinese = new Api("zh-CN", "").get(code.type());
        var english = new Api("en", "").get(code.type());

        assertThat(chinese.status()).isEqualTo(200);
        assertThat(chinese.raw().body())
                .contains("<html lang=\"zh-CN\">", code.code(), "HTTP " + code.status())
                .containsPattern("<h1>.*\\p{IsHan}.*</h1>")
                .containsPattern("<p>.*\\p{IsHan}.*</p>");
        assertThat(english.raw().body())
                .contains("<html lang=\"en\">", code.code())
                .doesNotContain("problem." + code.code())
                .doesNotContainPattern("\\p{IsHan}");
    }
}
