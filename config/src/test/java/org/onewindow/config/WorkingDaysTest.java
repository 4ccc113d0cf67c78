package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The list of 2026 as it stands in the tree; there is none for 2027. */
class WorkingDaysTest {

    private static final WorkingDays DAYS =
            Configuration.load(Path.of(""), Settings.of(Map.of())).orThrow().workingDays();

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    @Test
    void takesWeekdaysAndNoWeekends() {
        assertThat(DAYS.isWorkingDay(day("2026-11-20"))).isTrue();
        assertThat(DAYS.isWorkingDay(day("2026-11-21"))).isFalse();
        assertThat(DAYS.isWorkingDay(day("2026-11-22"))).isFalse();
    }

    @Test
    void worksOnTheMakeUpDaysOf2026() {
        for (var makeUp :
                new String[] {"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"}) {
            assertThat(DAYS.isWorkingDay(day(makeUp))).as(makeUp).isTrue();
        }
    }

    @Test
    void restsOnTheHolidaysOf2026() {
        for (var off : new String[] {
            "2026-01-01",
            "2026-02-16",
            "2026-02-23",
            "2026-04-06",
            "2026-05-05",
            "2026-06-19",
            "2026-09-25",
            "2026-10-07"
        }) {
            assertThat(DAYS.isWorkingDay(day(off))).as(off).isFalse();
        }
    }

    @Test
    void countsOverTheSpringFestivalWithItsMakeUpDays() {
        // Friday the 13th; worked on the 14th, then off until the 23rd
        assertThat(DAYS.plus(day("2026-02-13"), 2)).isEqualTo(new WorkingDays.Found(day("2026-02-24"), false));
        assertThat(DAYS.plus(day("2026-02-13"), 1)).isEqualTo(new WorkingDays.Found(day("2026-02-14"), false));
        assertThat(DAYS.between(day("2026-02-13"), day("2026-02-28"))).isEqualTo(6);
    }

    @Test
    void countsOverTheNationalDay() {
        assertThat(DAYS.plus(day("2026-09-30"), 1).day()).isEqualTo(day("2026-10-08"));
        assertThat(DAYS.plus(day("2026-09-30"), 3).day()).isEqualTo(day("2026-10-10"));
    }

    @Test
    void staysOnTheDayItselfForNoDays() {
        assertThat(DAYS.plus(day("2026-11-21"), 0)).isEqualTo(new WorkingDays.Found(day("2026-11-21"), false));
    }

    @Test
    void isProvisionalFromTheYearWithoutAList() {
        assertThat(DAYS.plus(day("2026-12-30"), 1)).isEqualTo(new WorkingDays.Found(day("2026-12-31"), false));
        assertThat(DAYS.plus(day("2026-12-31"), 1)).isEqualTo(new WorkingDays.Found(day("2027-01-04"), true));
        assertThat(DAYS.plus(day("2027-03-01"), 0).provisional()).isTrue();
    }

    @Test
    void knowsTheStatutoryDaysOfTheLawWithoutAList() {
        assertThat(DAYS.isWorkingDay(day("2027-01-01"))).isFalse();
        assertThat(DAYS.isWorkingDay(day("2027-10-01"))).isFalse();
        assertThat(DAYS.isWorkingDay(day("2027-10-04"))).isTrue();
    }

    @Property(tries = 300)
    void countsBackWhatItCountedOn(@ForAll("daysOf2026") LocalDate from, @ForAll @IntRange(max = 60) int days) {
        var found = DAYS.plus(from, days);

        assertThat(DAYS.between(from, found.day())).isEqualTo(days);
        assertThat(days == 0 || DAYS.isWorkingDay(found.day())).isTrue();
        assertThat(found.provisional()).isEqualTo(found.day().getYear() > 2026);
    }

    @Provide
    Arbitrary<LocalDate> daysOf2026() {
        return Arbitraries.integers().between(1, 365).map(n -> LocalDate.ofYearDay(2026, n));
    }
}
