package org.onewindow.portal.configuration;

import java.util.List;
import java.util.Locale;
import org.onewindow.routes.configuration.FolderTried;

/** What came of one request, in the caller's language. */
record TriedView(String sample, boolean well, List<Step> steps) {

    record Step(String step, boolean well, String content, List<FindingView> findings) {}

    static TriedView of(FolderTried tried, Locale language) {
        var steps = tried.steps().stream()
                .map(step -> new Step(
                        step.step(),
                        step.findings().isEmpty(),
                        step.content(),
                        FindingView.of(step.findings(), language)))
                .toList();
        return new TriedView(tried.sample(), steps.stream().allMatch(Step::well), steps);
    }
}
