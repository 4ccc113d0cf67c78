package org.onewindow.benchmarks.bench;

/** The numbers to reach: what must be, and what is aimed at. */
enum Goal {
    P1("Inquiry to four departments: CPU a request, × control", 5, 2, true),
    P2_CAMEL("The same, × plain Camel on Spring Boot", 0.8, 0.35, true),
    P2_SPRING("The same, × Spring Integration", 1, 0.4, true),
    P2_NODE("The same, × Node-RED", 0.2, 0.1, true),
    P3("Departments at 50 ms, 128 users: share of the ideal", 0.8, 0.95, false),
    P4("Added to the slowest department at 200/s: p99, ms", 15, 5, true),
    P5("One department hangs: p99 of who does not use it, ×", 1.2, 1.05, true),
    P6_RATE("Durable intake over HTTP: cases/s", 1_500, 4_000, false),
    P6_P99("Durable intake over HTTP: p99, ms", 50, 20, true),
    P7("Whole life of a case, four acts: cases/s", 250, 1_000, false),
    P8_LOST("kill -9 during P7: cases or effects lost", 0, 0, true),
    P8_DOUBLED("kill -9 during P7: effects doubled", 0, 0, true),
    P8_AGAIN("kill -9 during P7: first effect again after, s", 10, 5, true),
    P9("Growth from 10⁴ to 10⁶ cases: PostgreSQL CPU a case, ×", 1.25, 1.05, true),
    P11("Memory at P3 with -Xmx256m: RSS, MiB", 450, 300, true),
    OVERLOAD_GOOD("Intake by ten times the users: cases taken, share of the peak", 0.8, 0.95, false),
    OVERLOAD_AGAIN("After it: as before within, s", 30, 5, true),
    P12("Start to first correct reply: CPU-seconds", 16, 6, true),
    P12_AOT("The same with the AOT cache: CPU-seconds", 16, 6, true),
    P13_RATE("Licence check by holder, audit row included: checks/s", 1_500, 4_000, false),
    P13_P99("Licence check by holder, audit row included: p99, ms", 50, 10, true),
    P14("64 uploads of 10 MB at once, -Xmx256m: live heap a transfer, MB", 2, 2, true),
    P14S3("The same, into a bucket: live heap a transfer, MB", 2, 2, true);

    private final String what;
    private final double must;
    private final double aim;
    private final boolean atMost;

    Goal(String what, double must, double aim, boolean atMost) {
        this.what = what;
        this.must = must;
        this.aim = aim;
        this.atMost = atMost;
    }

    String id() {
        return name().replace('_', ' ')
                .toLowerCase(java.util.Locale.ROOT)
                .replaceFirst("^p", "P")
                .replaceFirst("s3$", "S3");
    }

    String what() {
        return what;
    }

    double must() {
        return must;
    }

    double aim() {
        return aim;
    }

    String sign() {
        return atMost ? "≤" : "≥";
    }

    boolean isMet(double value) {
        return atMost ? value <= must : value >= must;
    }
}
