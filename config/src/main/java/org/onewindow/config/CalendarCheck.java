package org.onewindow.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Checks a year's list: days of that year, weekdays off, weekend days worked. */
final class CalendarCheck {

    private final Diagnostics diagnostics;

    CalendarCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(String fileName, YamlValue calendar) {
        var year = calendar.get("year");
        if (!year.json().isInt() && !year.json().isLong()) {
            return;
        }
        var expected = "cn-" + year.json().intValue();
        if (!expected.equals(fileName)) {
            diagnostics.report(year.place(), Fault.ID_DIFFERS, expected, fileName, "file");
            return;
        }
        calendar.get("off").elements().forEach(day -> checkDay(day, year.json().intValue(), false));
        calendar.get("work").elements().forEach(day -> checkDay(day, year.json().intValue(), true));
    }

    private void checkDay(YamlValue value, int year, boolean weekend) {
        var text = value.text();
        if (text == null || !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() != year) {
                diagnostics.report(value.place(), Fault.WRONG_DAY, text, "year ≠ " + year);
            } else if (isWeekend(day) != weekend) {
                diagnostics.report(value.place(), Fault.WRONG_DAY, text, day.getDayOfWeek());
            }
        } catch (DateTimeException noDay) {
            diagnostics.report(value.place(), Fault.WRONG_DAY, text, "?");
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
