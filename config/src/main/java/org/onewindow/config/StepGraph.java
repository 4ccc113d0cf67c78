package org.onewindow.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which steps wait for which ({@code after:}): finds circles and steps that are not there. */
final class StepGraph {

    private final YamlValue steps;
    private final Diagnostics diagnostics;

    StepGraph(YamlValue steps, Diagnostics diagnostics) {
        this.steps = steps;
        this.diagnostics = diagnostics;
    }

    void check() {
        var inCircles = new HashSet<String>();
        steps.entries().forEach((id, step) -> {
            for (var earlier : step.get("after").elements()) {
                checkName(earlier);
            }
            var circle = inCircles.contains(id) ? List.<String>of() : circleThrough(id);
            if (!circle.isEmpty()) {
                inCircles.addAll(circle);
                diagnostics.report(placeOfFirstLink(id, circle), Fault.CIRCLE, String.join(" → ", circle));
            }
        });
    }

    /** All steps that are over when this one starts. */
    Set<String> before(String id) {
        var before = new HashSet<String>();
        var open = new ArrayList<>(after(id));
        while (!open.isEmpty()) {
            var earlier = open.removeLast();
            if (before.add(earlier)) {
                open.addAll(after(earlier));
            }
        }
        return before;
    }

    private void checkName(YamlValue earlier) {
        if (earlier.isText() && !steps.has(earlier.mustBeText())) {
            diagnostics.report(
                    earlier.place(),
                    Fault.UNKNOWN_STEP,
                    earlier.mustBeText(),
                    Spelling.hint(earlier.mustBeText(), steps.names()),
                    String.join(", ", steps.names()));
        }
    }

    private List<String> after(String id) {
        return steps.get(id).get("after").texts().stream().filter(steps::has).toList();
    }

    /** The shortest way from a step back to itself; empty where there is none. */
    private List<String> circleThrough(String id) {
        var seen = new HashSet<String>();
        var ways = new java.util.ArrayDeque<List<String>>();
        ways.add(List.of(id));
        while (!ways.isEmpty()) {
            var way = ways.removeFirst();
            for (var next : after(way.getLast())) {
                var longer = new ArrayList<>(way);
                longer.add(next);
                if (next.equals(id)) {
                    return longer;
                }
                if (seen.add(next)) {
                    ways.addLast(longer);
                }
            }
        }
        return List.of();
    }

    private Place placeOfFirstLink(String id, List<String> circle) {
        return steps.get(id).get("after").elements().stream()
                .filter(earlier -> circle.get(1).equals(earlier.text()))
                .findFirst()
                .map(YamlValue::place)
                .orElseGet(() -> steps.placeOf(id));
    }
}
