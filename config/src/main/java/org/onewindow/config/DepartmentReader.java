package org.onewindow.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a department's descriptor that the checks have found good into its typed form. */
final class DepartmentReader {

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final int USUAL_CONCURRENCY = 8;
    private static final int USUAL_PAGES = 20;

    private final Settings settings;

    DepartmentReader(Settings settings) {
        this.settings = settings;
    }

    Department read(YamlValue file, Path folder, ContractFacts contract) {
        var id = file.get("id").mustBeText();
        return new Department(
                id,
                folder,
                Revision.of(folder),
                Contents.localised(file.get("name")),
                file.get("kind").isMissing()
                        ? Department.Kind.DEPARTMENT
                        : Department.Kind.valueOf(constant(file.get("kind"))),
                Department.Format.valueOf(constant(file.get("format"))),
                contract(file.get("contract"), folder),
                new EndpointReader(id, contract, settings).read(file.get("endpoint")),
                limits(file.get("limits")),
                Contents.plain(file.get("values")),
                Contents.map(file.get("computed"), DepartmentReader::atSending),
                envelope(file.get("envelope")),
                operations(file.get("operations")),
                callbacks(file.get("callbacks")),
                events(file.get("events")));
    }

    private static String constant(YamlValue value) {
        return value.mustBeText().toUpperCase(Locale.ROOT);
    }

    private static Expression atSending(YamlValue value) {
        return SendingFunctions.compile(value.mustBeText());
    }

    private static Department.Contract contract(YamlValue contract, Path folder) {
        if (contract.has("wsdl")) {
            return new Department.Contract.Wsdl(
                    folder.resolve(contract.get("wsdl").mustBeText()),
                    contract.get("service").mustBeText(),
                    contract.get("port").mustBeText());
        }
        return contract.has("openapi")
                ? new Department.Contract.OpenApi(
                        folder.resolve(contract.get("openapi").mustBeText()))
                : new Department.Contract.Page(
                        folder.resolve(contract.get("page").mustBeText()));
    }

    private static Department.Limits limits(YamlValue limits) {
        var timeout = Contents.optionalDuration(limits.get("timeout"));
        var rate = limits.get("rate").text();
        var hours = limits.get("hours").text();
        return new Department.Limits(
                timeout == null ? USUAL_TIMEOUT : timeout,
                limits.get("concurrency").json().asInt(USUAL_CONCURRENCY),
                rate == null ? null : Integer.valueOf(rate.substring(0, rate.indexOf('/'))),
                hours == null
                        ? null
                        : new Department.Hours(
                                LocalTime.parse(hours.substring(0, 5)), LocalTime.parse(hours.substring(6))));
    }

    private static Department.@Nullable Envelope envelope(YamlValue envelope) {
        return envelope.isMissing()
                ? null
                : new Department.Envelope(
                        envelope.get("call").mustBeText(),
                        envelope.get("charset").mustBeText(),
                        Contents.map(envelope.get("parts"), DepartmentReader::atSending),
                        envelope.get("answer").mustBeText());
    }

    private static Map<String, Operation> operations(YamlValue operations) {
        var result = new java.util.LinkedHashMap<String, Operation>();
        operations.entries().forEach((id, operation) -> result.put(id, operation(id, operation)));
        return java.util.Collections.unmodifiableMap(result);
    }

    private static Operation operation(String id, YamlValue operation) {
        return new Operation(
                id,
                Contents.localised(operation.get("name")),
                operation.get("call").mustBeText(),
                Effect.valueOf(constant(operation.get("effect"))),
                Contents.optionalDuration(operation.get("kept")),
                query(operation.get("query")),
                outcome(operation.get("outcome")),
                Contents.optionalDuration(operation.get("timeout")),
                pages(operation.get("pages")));
    }

    private static Operation.@Nullable Query query(YamlValue query) {
        return query.isMissing()
                ? null
                : new Operation.Query(
                        query.get("operation").mustBeText(),
                        Contents.duration(query.get("settle")),
                        Contents.expression(query.get("happened-when")));
    }

    private static Operation.@Nullable Pages pages(YamlValue pages) {
        return pages.isMissing()
                ? null
                : new Operation.Pages(
                        Operation.Pages.Turning.valueOf(constant(pages.get("by"))),
                        pages.get("items").mustBeText(),
                        pages.get("parameter").text(),
                        pages.get("next").text(),
                        pages.get("from").json().asInt(1),
                        pages.get("most").json().asInt(USUAL_PAGES));
    }

    private static Operation.@Nullable Outcome outcome(YamlValue outcome) {
        return outcome.isMissing()
                ? null
                : new Operation.Outcome(
                        Operation.Outcome.By.valueOf(constant(outcome.get("by"))),
                        outcome.get("poll").text(),
                        Contents.optionalDuration(outcome.get("every")),
                        Contents.optionalDuration(outcome.get("within")));
    }

    private static Department.@Nullable Callbacks callbacks(YamlValue callbacks) {
        return callbacks.isMissing()
                ? null
                : new Department.Callbacks(
                        EndpointReader.signature(callbacks.get("signature")),
                        Contents.map(callbacks.get("required-headers"), Contents::scalar));
    }

    private static Department.@Nullable Events events(YamlValue events) {
        return events.isMissing()
                ? null
                : new Department.Events(
                        events.get("topic").mustBeText(),
                        events.get("subscription").mustBeText());
    }
}
