package org.onewindow.hub.command.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Only what differs is told, each line with its number. */
class LineDifferenceTest {

    @Test
    void tellsWhatGoesAndWhatComes() {
        assertThat(LineDifference.of("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n"))
                .containsExactly("-    2  b", "+    2  B", "+    5  e");
    }

    @Test
    void tellsNothingOfWhatIsTheSame() {
        assertThat(LineDifference.of("a\nb\n", "a\nb\n")).isEmpty();
        assertThat(LineDifference.of("", "")).isEmpty();
    }

    @Test
    void tellsAWholeFileThatComesOrGoes() {
        assertThat(LineDifference.of("", "a\nb\n")).containsExactly("+    1  a", "+    2  b");
        assertThat(LineDifference.of("a\nb\n", "")).containsExactly("-    1  a", "-    2  b");
    }

    @Test
    void findsALineThatWasPutInBetween() {
        assertThat(LineDifference.of("a\nb\nc\n", "a\nx\nb\nc\n")).containsExactly("+    2  x");
    }

    @Test
    void tellsTextsThatAreTooLongToCompareAsAWhole() {
        var old = lines(5_000, "old ");
        var next = lines(5_000, "new ");
        assertThat(LineDifference.of(old, next)).hasSize(10_000);
    }

    private static String lines(int count, String word) {
        return IntStream.range(0, count).mapToObj(i -> word + i).collect(Collectors.joining("\n"));
    }
}
