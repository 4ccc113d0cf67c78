package org.onewindow.config;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns calendars that the checks have found good into the working days. */
final class CalendarReader {

    private CalendarReader() {}

    static WorkingDays read(Collection<YamlValue> files) {
        var years = new HashMap<Integer, WorkingDays.Year>();
        for (var file : files) {
            years.put(
                    file.get("year").json().intValue(),
                    new WorkingDays.Year(days(file.get("off")), days(file.get("work"))));
        }
        return new WorkingDays(Map.copyOf(years));
    }

    private static Set<LocalDate> days(YamlValue list) {
        var days = new TreeSet<LocalDate>();
        list.texts().forEach(day -> days.add(LocalDate.parse(day)));
        return Set.copyOf(days);
    }
}
