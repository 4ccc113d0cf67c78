package org.onewindow.hub;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.blobs.BucketAddress;
import org.onewindow.portal.overload.Proxies;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The few things an operator may turn: environment variables {@code HUB_…} or {@code config/hub.yaml}. Everything else has one
 * right value, and it is in the code.
 *
 * @param address the interface the hub listens on
 * @param databaseUrl a JDBC URL; empty: the embedded PostgreSQL
 * @param brokerUrl an Artemis URL; empty: the embedded broker
 * @param node this node's name among equals; empty: the host's name
 * @param publicUrl where departments reach the hub with callbacks; empty: the loopback address
 * @param secrets a directory of secret files, one secret a file; empty: {@code secrets} in the data directory
 * @param issuer the OAuth 2.0 issuer whose tokens are taken; empty: the built-in development issuer
 * @param audience whom that issuer's tokens must be meant for: what their claim {@code aud} must name
 * @param simulators where simulated departments stand, for those that have no address of their own
 * @param clock the shared clock's file; empty: {@code clock} in the data directory
 * @param brokerPort where the embedded broker takes connections of departments; 0: none
 * @param proxies in front of the hub, by address or network, whose {@code X-Forwarded-For} counts; empty: nobody's does
 * @param drain how long a node that was told to end goes on serving after its readiness went, at most a minute
 * @param callerRate requests a second that one caller may send to change or ask something
 * @param virusScanner where clamd listens, such as {@code 127.0.0.1:3310}; empty: uploads are not scanned for viruses
 * @param blobsUrl a bucket for what people hand in, such as {@code https://s3.city.example/hub-blobs}; empty: it lies in PostgreSQL
 * @param files the folder below which departments exchange files with the hub; null: none does
 * @param fonts TrueType fonts for characters that the hub's own does not show on a licence's document
 * @param log how the log is written: {@code text} for people, {@code json} for collectors
 * @param messagesKept how long what was said with departments is kept, at most ten years
 * @param auditKept how long the rows of the audit are kept, from half a year to thirty years
 * @param messagesSize how much is kept of each step of one, at most 4 MB; the rest is cut off and marked
 * @param backlog pieces of work that may wait over all nodes before no new case is taken
 * @param looksAnHour at how many different licence holders one person at work may look within an hour
 * @param looksADay at how many different licence holders one department may look within a day
 */
@ConfigurationProperties(prefix = "hub", ignoreUnknownFields = false)
public record HubSettings(
        @DefaultValue("8080") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("./data") Path data,
        @DefaultValue("./config") Path config,
        @DefaultValue("") String databaseUrl,
        @DefaultValue("") String brokerUrl,
        @DefaultValue("") String node,
        @DefaultValue("") String publicUrl,
        @Nullable Path secrets,
        @DefaultValue("") String issuer,
        @DefaultValue("one-window-hub") String audience,
        @DefaultValue("development") Profile profile,
        @DefaultValue("http://127.0.0.1:8090") URI simulators,
        @Nullable Path clock,
        @DefaultValue("0") int brokerPort,
        @DefaultValue List<String> proxies,
        @DefaultValue("3s") Duration drain,
        @DefaultValue("100") int callerRate,
        @DefaultValue("10000") int backlog,
        @DefaultValue("60") int looksAnHour,
        @DefaultValue("2000") int looksADay,
        @DefaultValue("") String virusScanner,
        @DefaultValue("") String blobsUrl,
        @DefaultValue("30d") Duration messagesKept,
        @DefaultValue("1095d") Duration auditKept,
        @DefaultValue("256KB") DataSize messagesSize,
        @DefaultValue List<Path> fonts,
        @Nullable Path files,
        @DefaultValue("text") LogForm log) {

    /** Where the hub is meant to serve: a production hub refuses everything that is only fit for trying out. */
    public enum Profile {
        DEVELOPMENT,
        PRODUCTION
    }

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_KEPT = Duration.ofDays(3650);
    private static final Duration SHORTEST_AUDIT = Duration.ofDays(184);
    private static final Duration LONGEST_AUDIT = Duration.ofDays(10_950);
    private static final DataSize LARGEST_MESSAGE = DataSize.ofMegabytes(4);

    /** How the log is written. */
    public enum LogForm {
        TEXT,
        JSON
    }

    public HubSettings {
        if (drain.isNegative() || drain.compareTo(LONGEST_DRAIN) > 0) {
            throw new IllegalArgumentException("HUB_DRAIN is " + drain + "; write a time such as 5s, at most 1m");
        }
        if (messagesKept.toHours() < 1 || messagesKept.compareTo(LONGEST_KEPT) > 0) {
            throw new IllegalArgumentException(
                    "HUB_MESSAGES_KEPT is " + messagesKept + "; write a time such as 30d, from 1h to 3650d");
        }
        if (auditKept.compareTo(SHORTEST_AUDIT) < 0 || auditKept.compareTo(LONGEST_AUDIT) > 0) {
            throw new IllegalArgumentException("HUB_AUDIT_KEPT is " + auditKept
                    + "; write a time such as 1095d, from 184d (half a year, as the law wants) to 10950d");
        }
        if (messagesSize.toBytes() < 1024 || messagesSize.toBytes() > LARGEST_MESSAGE.toBytes()) {
            throw new IllegalArgumentException(
                    "HUB_MESSAGES_SIZE is " + messagesSize + "; write a size such as 256KB, from 1KB to 4MB");
        }
        if (looksAnHour < 1 || looksADay < 1) {
            throw new IllegalArgumentException("HUB_LOOKS_AN_HOUR is " + looksAnHour + " and HUB_LOOKS_A_DAY "
                    + looksADay + "; write how many different people may be looked at, at least 1");
        }
        Proxies.of(proxies);
        if (!blobsUrl.isEmpty()) {
            BucketAddress.of(blobsUrl);
        }
        data = data.toAbsolutePath().normalize();
        config = config.toAbsolutePath().normalize();
        secrets = secrets == null || secrets.toString().isEmpty() ? data.resolve("secrets") : secrets.toAbsolutePath();
        clock = clock == null || clock.toString().isEmpty() ? data.resolve("clock") : clock.toAbsolutePath();
        node = node.isEmpty() ? hostName() : node;
        publicUrl = (publicUrl.isEmpty() ? "http://127.0.0.1:" + port : publicUrl).replaceAll("/+$", "");
    }

    public boolean production() {
        return profile == Profile.PRODUCTION;
    }

    public Path secretFiles() {
        return secrets == null ? data.resolve("secrets") : secrets;
    }

    public Path clockFile() {
        return clock == null ? data.resolve("clock") : clock;
    }

    /** The bucket for what people hand in. */
    Optional<BucketAddress> bucket() {
        return blobsUrl.isEmpty() ? Optional.empty() : Optional.of(BucketAddress.of(blobsUrl));
    }

    boolean embeddedDatabase() {
        return databaseUrl.isEmpty();
    }

    boolean embeddedBroker() {
        return brokerUrl.isEmpty();
    }

    /** What stands against a start in production, in words for the operator; empty: nothing. */
    List<String> refusals() {
        var refusals = new ArrayList<String>();
        if (!production()) {
            return refusals;
        }
        if (issuer.isEmpty()) {
            refusals.add("HUB_ISSUER is empty: the built-in issuer is for development; name the city's issuer");
        }
        if (publicUrl.toLowerCase(Locale.ROOT).startsWith("http://127.")) {
            refusals.add(
                    "HUB_PUBLIC_URL is a loopback address: departments could not reach the hub with their callbacks");
        }
        if (Files.exists(clockFile())) {
            refusals.add(
                    "the shared clock " + clockFile() + " is there: a production hub follows the real one; delete it");
        }
        return refusals;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "hub";
        }
    }
}
