package org.onewindow.connectors;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Secrets;

/**
 * What connectors need from the house around them.
 *
 * @param serials numbers of 20 digits, never twice over all nodes
 * @param broker the city's message broker; null where no department speaks by queue
 */
public record Surroundings(
        Secrets secrets,
        Clock clock,
        Supplier<String> serials,
        MaterialContents contents,
        @Nullable ConnectionFactory broker) {}
