package org.onewindow.hub;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Keeps what people's names and identity numbers pass through from telling them to the log, whatever level anybody sets.
 *
 * <p>Below INFO these libraries write whole messages, headers, URLs and the parameters of statements.
 */
final class DiscreetLogs implements ApplicationListener<ApplicationContextInitializedEvent> {

    private static final List<String> TALKATIVE = List.of(
            "com.zaxxer.hikari",
            "org.apache.activemq",
            "org.apache.artemis",
            "org.apache.camel",
            "org.apache.coyote",
            "org.apache.cxf",
            "org.apache.hc",
            "org.apache.tomcat",
            "org.postgresql",
            "org.springframework",
            "software.amazon.awssdk",
            "sun.net.www");

    /** The logging system has read its settings by now. */
    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent ready) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            keepDiscreet(context);
        }
    }

    static void keepDiscreet(LoggerContext context) {
        if (context.getTurboFilterList().stream().noneMatch(NothingBelowInfo.class::isInstance)) {
            context.addTurboFilter(new NothingBelowInfo());
        }
    }

    private static final class NothingBelowInfo extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable failure) {
            boolean silent = !level.isGreaterOrEqual(logger.getEffectiveLevel());
            boolean harmless = silent || level.isGreaterOrEqual(Level.INFO) || !isTalkative(logger.getName());
            return harmless ? FilterReply.NEUTRAL : FilterReply.DENY;
        }

        private static boolean isTalkative(String logger) {
            return TALKATIVE.stream()
                    .anyMatch(name -> logger.startsWith(name)
                            && (logger.length() == name.length() || logger.charAt(name.length()) == '.'));
        }
    }
}
