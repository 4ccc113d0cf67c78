package org.onewindow.simulators;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.onewindow.simulators.fund.FundLink;

/**
 * How the simulators are set up.
 *
 * @param port 0 takes a free one
 * @param city the file of the citizens and titles
 * @param clock the file of the clock that is shared with the hub; without it the system's clock holds
 * @param review how long the registration centre reviews, on that clock
 */
public record Settings(int port, Path city, Optional<Path> clock, Duration review, Optional<Broker> broker) {

    private static final Duration REVIEW = Duration.ofHours(8);

    /** The departments' folders in the tree that the city's file lies in. */
    Path departments() {
        return city.toAbsolutePath().resolve("../../departments").normalize();
    }

    /** The city's Artemis, and who the housing fund is there. */
    public record Broker(String url, FundLink.Login login) {}

    /** For tests: a free port, no broker, the system's clock. */
    public static Settings onFreePort(Path city) {
        return new Settings(0, city, Optional.empty(), REVIEW, Optional.empty());
    }

    public static Settings fromEnvironment(Map<String, String> environment) {
        return new Settings(
                Integer.parseInt(environment.getOrDefault("SIM_PORT", "8090")),
                Path.of(environment.getOrDefault("SIM_CITY", "config/demo/city.yaml")),
                Optional.ofNullable(environment.get("HUB_CLOCK")).map(Path::of),
                Optional.ofNullable(environment.get("SIM_REVIEW"))
                        .map(Duration::parse)
                        .orElse(REVIEW),
                Optional.ofNullable(environment.get("SIM_BROKER_URL"))
                        .filter(url -> !url.isBlank())
                        .map(url -> new Broker(
                                url,
                                new FundLink.Login(
                                        environment.getOrDefault("SIM_BROKER_USER", "gjj"),
                                        environment.getOrDefault("SIM_BROKER_PASSWORD", "trial-gjj")))));
    }

    public Settings withBroker(String url, String user, String password) {
        return new Settings(
                port, city, clock, review, Optional.of(new Broker(url, new FundLink.Login(user, password))));
    }

    public Settings withReview(Duration newReview) {
        return new Settings(port, city, clock, newReview, broker);
    }

    public Settings withClock(Path file) {
        return new Settings(port, city, Optional.of(file), review, broker);
    }
}
