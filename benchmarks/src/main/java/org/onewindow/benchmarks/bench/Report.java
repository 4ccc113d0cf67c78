package org.onewindow.benchmarks.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was found, as one JSON object and one Markdown table. */
final class Report {

    private final List<Finding> findings = new ArrayList<>();
    private final Machine machine;
    private final String size;

    Report(Machine machine, String size) {
        this.machine = machine;
        this.size = size;
    }

    void add(Finding finding) {
        findings.add(finding);
        System.err.printf(
                "%-10s %-8s %.2f  %s%n", finding.goal().id(), finding.verdict(), finding.value(), finding.note());
    }

    /** Those of them that have no line yet get one. */
    void missing(List<Goal> goals, String why) {
        for (var goal : goals) {
            if (findings.stream().noneMatch(finding -> finding.goal() == goal)) {
                add(new Finding(goal, Double.NaN, false, why));
            }
        }
    }

    boolean anyMissed() {
        return findings.stream().anyMatch(Finding::missed);
    }

    String json(double stolen, String loadAfter) throws JsonProcessingException {
        var rows = new ArrayList<Map<String, Object>>();
        for (var finding : findings) {
            var row = new LinkedHashMap<String, Object>();
            row.put("id", finding.goal().id());
            row.put("what", finding.goal().what());
            row.put("value", finding.value());
            row.put("must", finding.goal().must());
            row.put("aim", finding.goal().aim());
            row.put("verdict", finding.verdict());
            row.put("note", finding.note());
            rows.add(row);
        }
        var whole = new LinkedHashMap<String, Object>();
        whole.put("machine", machine);
        whole.put("othersAtWork", machine.isBusy());
        whole.put("size", size);
        whole.put("loadAfter", loadAfter);
        whole.put("stolenSeconds", stolen);
        whole.put("findings", rows);
        return Hub.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
    }

    String markdown(double stolen, String loadAfter) {
        var text = new StringBuilder();
        text.append("%s · %s, %d cores, JDK %s · %s · load %s before, %s after · %d fdatasync/s · %.1f s stolen%n%n"
                .formatted(
                        machine.date(),
                        machine.processor(),
                        machine.cores(),
                        machine.java(),
                        size,
                        machine.loadBefore(),
                        loadAfter,
                        machine.syncsPerSecond(),
                        stolen));
        if (machine.isBusy()) {
            text.append(
                    "**Others were at work on this machine: rates and times are void, CPU a request and counts are not.**\n\n");
        }
        text.append("| goal | what | measured | must | aim | | numbers |\n|---|---|---|---|---|---|---|\n");
        for (var finding : findings) {
            var goal = finding.goal();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | **%s** | %s %s | %s | %s | %s |%n",
                    goal.id(),
                    goal.what(),
                    number(finding.value()),
                    goal.sign(),
                    number(goal.must()),
                    number(goal.aim()),
                    finding.verdict(),
                    finding.note()));
        }
        return text.toString();
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }
}
