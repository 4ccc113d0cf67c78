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
 * @param instruments where calls are measured
 */
public record Surroundings(
        Secrets secrets,
        Clock clock,
        Supplier<String> serials,
        CaseMaterials materials,
        @Nullable ConnectionFactory broker,
        Instruments instruments) {

    /** Where nobody measures. */
    public Surroundings(
            Secrets secrets,
            Clock clock,
            Supplier<String> serials,
            CaseMaterials materials,
            @Nullable ConnectionFactory broker) {
        this(secrets, clock, serials, materials, broker, Instruments.unwatched());
    }
}
