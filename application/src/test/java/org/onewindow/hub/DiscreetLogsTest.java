package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** Levels that an operator sets to find a fault, and what they may not bring into the log. */
class DiscreetLogsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.hc.client5.http",
                "org.apache.hc.client5.http.wire",
                "org.apache.hc.client5.http.headers",
                "org.apache.camel.component.http",
                "org.apache.camel.component.jms",
                "org.apache.cxf.services",
                "org.apache.activemq.artemis.core.client",
                "org.springframework.jdbc.core.StatementCreatorUtils",
                "org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor",
                "org.postgresql.core.v3",
                "software.amazon.awssdk.request",
                "sun.net.www.protocol.http.HttpURLConnection"
            })
    void tellNothingThatIsSentHoweverLowTheLevelIsSet(String name) {
        Logger wire = started(name);

        assertThat(wire.isTraceEnabled()).isFalse();
        assertThat(wire.isDebugEnabled()).isFalse();
        assertThat(wire.isInfoEnabled()).isTrue();
    }

    @Test
    void tellWhatElseIsAskedFor() {
        assertThat(started("org.onewindow.routes").isTraceEnabled()).isTrue();
        assertThat(started("org.apache.camelid").isTraceEnabled()).isTrue();
    }

    /** The logger after an application's start with its level at TRACE, in the way of {@code LOGGING_LEVEL_…}. */
    private static Logger started(String name) {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("logging.level." + name, "TRACE"));
        try (var _ = application.run()) {
            return LoggerFactory.getLogger(name);
        }
    }

    private static final class Nothing {}
}
