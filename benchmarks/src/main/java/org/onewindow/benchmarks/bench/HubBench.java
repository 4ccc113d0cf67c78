package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onewindow.benchmarks.load.LoadGenerator;

/** {@code ./hub bench [--quick] [P1 P3 …]}: everything in child processes, one table, exit 1 where a must is missed. */
final class HubBench {

    private static final int MISSED = 1;
    private static final int BAD_INPUT = 2;
    private static final long LICENCES = 10_000_000;

    private HubBench() {}

    /** How many licences P13 fills in, and takes the words away; 0: not understood. */
    private static long licences(List<String> wishes) {
        int at = wishes.indexOf("--licences");
        if (at < 0) {
            return LICENCES;
        }
        wishes.remove(at);
        var number = at < wishes.size() ? wishes.remove(at) : "";
        return number.matches("[1-9][0-9]{0,9}") ? Long.parseLong(number) : 0;
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        var wishes = new ArrayList<>(List.of(words));
        boolean quick = wishes.remove("--quick");
        long licences = licences(wishes);
        var only = Set.copyOf(wishes.stream()
                .filter(word -> word.matches("P\\d+|P14S3|OVERLOAD"))
                .toList());
        if (only.size() != wishes.size() || licences <= 0) {
            System.err.println(
                    "./hub bench [--quick] [P1 P3 P4 … OVERLOAD], and by name only P9, P13 [--licences N], P14 and P14S3");
            System.exit(BAD_INPUT);
        }
        var root = Path.of(System.getProperty("hub.root", ".")).toAbsolutePath().normalize();
        var folder = root.resolve("target/bench/"
                + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now(ZoneOffset.UTC)));
        Files.createDirectories(folder);
        var machine = Machine.look(folder);
        var report = new Report(machine, quick ? "quick" : "full");
        try (var stubs = Stubs.start(folder);
                var generator = new LoadGenerator()) {
            new Programme(root, folder, stubs, generator, quick ? Size.QUICK : Size.FULL, only, licences, report).run();
        }
        double stolen = Proc.stolenSeconds() - machine.stolen();
        var json = report.json(stolen, Proc.loadAverage());
        var table = report.markdown(stolen, Proc.loadAverage());
        Files.writeString(folder.resolve("report.json"), json);
        Files.writeString(folder.resolve("report.md"), table);
        System.out.println(json);
        System.out.println(table);
        System.exit(report.anyMissed() ? MISSED : 0);
    }
}
