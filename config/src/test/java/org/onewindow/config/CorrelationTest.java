package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.config.Correlation.Element;
import org.onewindow.config.Correlation.MessageId;
import org.onewindow.config.Correlation.OwnId;
import org.onewindow.config.Correlation.Property;

/** By what a department's answer is found, as its descriptor says. */
class CorrelationTest {

    private static final String FUND = "departments/fund/department.yaml";

    @TempDir
    Path folder = Path.of("");

    private Tree with(String rule) {
        return Tree.in(folder.resolve("tree" + rule.hashCode()))
                .change(FUND, "charset: GB18030", "charset: GB18030, correlation: " + rule);
    }

    @Test
    void isOneOfFourRules() {
        var rules = Map.of(
                "correlation-id", new OwnId(),
                "message-id", new MessageId(),
                "{property: MSG_SEQ}", new Property("MSG_SEQ"),
                "{element: {sent: /request/serial, answered: \"/reply/head/@no\"}}",
                        new Element("/request/serial", "/reply/head/@no"));

        rules.forEach((written, typed) -> {
            var fund = Objects.requireNonNull(
                    with(written).load(Map.of()).orThrow().departments().get("fund"));
            assertThat(((Department.Endpoint.Jms) fund.endpoint()).correlation())
                    .isEqualTo(typed);
        });
    }

    @Test
    void isNothingElse() {
        var wrong = List.of(
                "session-id",
                "{}",
                "{property: CamelJmsDestinationName}",
                "{property: cAmElHeader}",
                "{property: JMSXGroupID}",
                "{property: traceparent}",
                "{property: A, element: {sent: /a, answered: /a}}",
                "{element: {sent: /a/b}}",
                "{element: {sent: a/b, answered: /a/b}}",
                "{element: {sent: \"/a[1]\", answered: /a/b}}",
                "{element: {sent: //b, answered: /a/b}}",
                "{element: {sent: \"/a/document('x')\", answered: /a/b}}");

        assertThat(wrong).allSatisfy(rule -> assertThat(with(rule).faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).startsWith(FUND + ":6:").contains("HUB-10")));
    }

    @Test
    void isNothingForADepartmentWithoutAQueue() {
        var tree = Tree.in(folder)
                .change("departments/pay/department.yaml", "endpoint:\n", "endpoint:\n  correlation: message-id\n");

        assertThat(tree.faults()).singleElement().asString().contains("HUB-1003", "queue");
    }
}
