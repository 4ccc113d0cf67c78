package org.onewindow.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;

/**
 * A department (部门) or an outside service, as its folder under {@code config/departments/} describes it.
 *
 * @param folder where the contract, the mappings and the samples lie
 * @param revision SHA-256 of the folder's files, the first 12 hex digits
 * @param values constants for the mappings, {@code $values}
 * @param computed made anew at every sending and filled in where the stored message has their hole, by name
 * @param operations by id, in the file's order
 */
public record Department(
        String id,
        Path folder,
        String revision,
        Localised name,
        Kind kind,
        Format format,
        Contract contract,
        Endpoint endpoint,
        Limits limits,
        Map<String, Object> values,
        Map<String, Expression> computed,
        @Nullable Envelope envelope,
        Map<String, Operation> operations,
        @Nullable Callbacks callbacks,
        @Nullable Events events) {

    /** A department decides on cases; a service (payments, SMS) only serves the hub. */
    public enum Kind {
        DEPARTMENT,
        SERVICE
    }

    /** The language a department speaks: decides the mapping language (XSLT for xml, JSONata for the others). */
    public enum Format {
        XML,
        JSON,
        XSTREAM
    }

    /** The operation of this id; one that the descriptor does not have is a bug, since the tree was checked. */
    public Operation operation(String operationId) {
        var operation = operations.get(operationId);
        if (operation == null) {
            throw new IllegalArgumentException("department " + id + " has no operation " + operationId);
        }
        return operation;
    }

    public Duration timeoutOf(Operation operation) {
        var own = operation.timeout();
        return own == null ? limits.timeout() : own;
    }

    /** The contract the department handed over, untouched in {@code contract/}. */
    public sealed interface Contract {

        record Wsdl(Path file, String service, String port) implements Contract {}

        record OpenApi(Path file) implements Contract {}

        /** A page of prose; there is nothing to validate against. */
        record Page(Path file) implements Contract {}
    }

    /** Where and how the department is reached. */
    public sealed interface Endpoint {

        /**
         * Over HTTP.
         *
         * @param url the base address; of SOAP the whole address; already without {@code simulator} and references to settings
         * @param also a second address of the same system, asked where the first surely cannot be reached; null: none
         * @param tls what the hub shows and trusts in TLS; null: it shows nothing and trusts whom the JVM trusts
         */
        record Http(String url, @Nullable String also, @Nullable Tls tls, Security security) implements Endpoint {}

        /**
         * Over the city's message broker.
         *
         * @param properties JMS properties of each request, by name; {@code $call} stands for the operation's call
         * @param deadLetters the queue where the department puts what it cannot read; null: none
         * @param correlation how an answer names the message that it answers
         */
        record Jms(
                String queue,
                String replyQueue,
                String charset,
                Map<String, String> properties,
                @Nullable String deadLetters,
                Correlation correlation)
                implements Endpoint {}

        /**
         * By files in folders that both see, such as a share.
         *
         * @param root what {@code HUB_FILES} names, absolute
         * @param out below it: where the hub puts its messages
         * @param in below it: where the department puts its answers
         * @param kept how long answers lie there after they were taken or refused; whole days; null: for ever
         */
        record Files(Path root, String out, String in, String charset, @Nullable Duration kept) implements Endpoint {}
    }

    /**
     * The two ends of TLS, as PEM in secrets.
     *
     * @param certificate the hub's own, with its chain; null: it shows none
     * @param key of the certificate, PKCS#8
     * @param authorities whom the department's certificate must come from; null: whom the JVM trusts
     */
    public record Tls(
            @Nullable SecretReference certificate,
            @Nullable SecretReference key,
            @Nullable SecretReference authorities) {}

    /** How the hub proves who it is; secrets are references such as {@code ${secret:tax/password}}. */
    public sealed interface Security {

        record None() implements Security {}

        /** WS-Security UsernameToken. */
        record UsernameToken(String user, SecretReference password, boolean digest) implements Security {}

        record Basic(String user, SecretReference password) implements Security {}

        record Bearer(SecretReference token) implements Security {}

        /**
         * A key that the department has given out.
         *
         * @param name of a header, or of a query parameter, which no log tells
         */
        record ApiKey(boolean inQuery, String name, SecretReference key) implements Security {}

        /**
         * WS-Security X.509: Body and Timestamp signed with the hub's key, RSA-SHA256, its certificate in the message.
         *
         * @param certificate PEM
         * @param key PKCS#8 in PEM
         * @param lasting how long a message is good
         */
        record SignedSoap(SecretReference certificate, SecretReference key, Duration lasting) implements Security {}

        /** OAuth 2.0 client credentials. */
        record OAuth2Client(String tokenUrl, String client, SecretReference secret, List<String> scopes)
                implements Security {}

        /** A signature over the request, see {@link Signature}; {@code headers} are sent with it. */
        record Signed(Signature signature, Map<String, String> headers) implements Security {}
    }

    /**
     * An HMAC-SHA256 signature in a header.
     *
     * @param header the header that bears it in hex, after {@code prefix}
     * @param timestamp the header with the seconds since 1970
     * @param signed what is signed, with the holes {@code {method} {path} {timestamp} {body}}
     * @param maxAge how far the timestamp may be off
     */
    public record Signature(
            SecretReference secret, String header, String prefix, String timestamp, String signed, Duration maxAge) {}

    /**
     * How the department calls back: {@code POST /v1/replies/{department}/{correlation}}.
     *
     * @param requiredHeaders headers that must have this very value
     */
    public record Callbacks(Signature signature, Map<String, String> requiredHeaders) {}

    /**
     * What the department tells unasked, on a topic.
     *
     * @param subscription the shared durable subscription's name
     */
    public record Events(String topic, String subscription) {}

    /**
     * XML inside a string of one SOAP operation.
     *
     * @param call the WSDL operation that carries all
     * @param charset what the inner document declares; a character outside it is refused before sending
     * @param parts the operation's parts by name: expressions over {@code $call}, {@code $message} and the computed values
     * @param answer the part of the answer that bears the inner document
     */
    public record Envelope(String call, String charset, Map<String, Expression> parts, String answer) {}

    /**
     * How much the department may be asked, by all nodes together.
     *
     * @param concurrency calls at the same time
     * @param ratePerSecond calls a second; null: as many as it takes
     * @param hours service hours in Beijing time; null: always open; may pass midnight
     */
    public record Limits(Duration timeout, int concurrency, @Nullable Integer ratePerSecond, @Nullable Hours hours) {}

    /** From (inclusive) to (exclusive), Beijing time. */
    public record Hours(LocalTime from, LocalTime to) {

        public boolean include(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }
}
