package org.onewindow.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The working days (工作日) of mainland China by the State Council's yearly lists, days off and worked weekends (调休) included.
 *
 * <p>A date that reaches into a year without a list is provisional: weekends and the statutory days of the law only.
 */
public record WorkingDays(Map<Integer, Year> years) {

    /** One year's list. */
    public record Year(Set<LocalDate> off, Set<LocalDate> work) {}

    /** A day found by counting; {@code provisional} where the counting touched a year without a list. */
    public record Found(LocalDate day, boolean provisional) {}

    public boolean isWorkingDay(LocalDate day) {
        var year = years.get(day.getYear());
        if (year != null && year.work().contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && (year == null ? !isStatutory(day) : !year.off().contains(day));
    }

    /** The day that is so many working days after this one; 0 is the day itself. */
    public Found plus(LocalDate from, int days) {
        var day = from;
        boolean provisional = !years.containsKey(from.getYear());
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            provisional |= !years.containsKey(day.getYear());
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return new Found(day, provisional);
    }

    /** How many working days lie after {@code from} up to and including {@code to}; 0 where {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        return to.isAfter(from)
                ? (int) from.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count()
                : 0;
    }

    /** The days off that fall on a fixed date of the solar calendar; those of the lunar one only a list can tell. */
    private static boolean isStatutory(LocalDate day) {
        int date = day.getMonthValue() * 100 + day.getDayOfMonth();
        return date == 101 || date == 501 || date == 502 || date == 1001 || date == 1002 || date == 1003;
    }
}
