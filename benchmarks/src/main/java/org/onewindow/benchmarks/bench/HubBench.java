package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.onewindow.benchmarks.load.LoadGenerator;

/** {@code ./hub bench [--quick] [P1 P3 …]}: everything in child processes, one table, exit 1 where a must is missed. */
final class HubBench {

    private static final int MISSED = 1;
    private static final int BAD_INPUT = 2;

    private HubBench() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        boolean quick = List.of(words).contains("--quick");
        var only = Set.copyOf(List.of(words).stream()
                .filter(word -> word.matches("P\\d+|OVERLOAD"))
                .toList());
        if (only.size() + (quick ? 1 : 0) != words.length) {
            System.err.println("./hub bench [--quick] [P1 P3 P4 … OVERLOAD], and P9 by name only");
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
            new Programme(root, folder, stubs, generator, quick ? Size.QUICK : Size.FULL, only, report).run();
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
