package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** What Linux tells of its processes: CPU time and resident memory. */
final class Proc {

    private static final Path ROOT = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;
    private static final int PARENT = 1;
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int ENDED_CHILDREN_UTIME = 13;
    private static final int ENDED_CHILDREN_STIME = 14;
    private static final double KIB_IN_MIB = 1024;

    private Proc() {}

    /** utime + stime of a process, seconds; 0 when it is gone. */
    static double cpuSeconds(long pid) throws IOException {
        var stat = stat(pid);
        return (ticks(stat, UTIME) + ticks(stat, STIME)) / TICKS_PER_SECOND;
    }

    /** The same of a process and all its children, those that ended included. */
    static double treeCpuSeconds(long pid) throws IOException {
        var own = stat(pid);
        double ticks = ticks(own, UTIME)
                + ticks(own, STIME)
                + ticks(own, ENDED_CHILDREN_UTIME)
                + ticks(own, ENDED_CHILDREN_STIME);
        try (var processes = Files.newDirectoryStream(ROOT, "[0-9]*")) {
            for (var process : processes) {
                var stat = stat(Long.parseLong(process.getFileName().toString()));
                if (ticks(stat, PARENT) == pid) {
                    ticks += ticks(stat, UTIME) + ticks(stat, STIME);
                }
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    static double residentMib(long pid) throws IOException {
        try (var lines = Files.lines(ROOT.resolve(pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / KIB_IN_MIB;
        }
    }

    /** The fields behind the name, which may hold blanks. */
    private static String[] stat(long pid) throws IOException {
        try {
            var text = Files.readString(ROOT.resolve(pid + "/stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        } catch (NoSuchFileException gone) {
            return new String[0];
        } catch (IOException gone) {
            if (Files.exists(ROOT.resolve(Long.toString(pid)))) {
                throw gone;
            }
            return new String[0];
        }
    }

    private static long ticks(String[] stat, int field) {
        return field < stat.length ? Long.parseLong(stat[field]) : 0;
    }

    /** Seconds that the hypervisor gave to others, of all cores. */
    static double stolenSeconds() throws IOException {
        try (var lines = Files.lines(ROOT.resolve("stat"))) {
            var cpu = lines.findFirst().orElse("").split(" +", -1);
            return Long.parseLong(cpu[8]) / TICKS_PER_SECOND;
        }
    }

    static String loadAverage() throws IOException {
        var words = Files.readString(ROOT.resolve("loadavg")).split(" ", -1);
        return String.join(" ", Arrays.copyOf(words, 3));
    }
}
