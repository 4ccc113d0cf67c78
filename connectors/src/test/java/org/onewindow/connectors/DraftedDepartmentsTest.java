package org.onewindow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Configuration;
import org.onewindow.config.Department;
import org.onewindow.config.Secrets;
import org.onewindow.config.Settings;
import org.onewindow.connectors.contract.OpenApiDoctor;
import org.onewindow.connectors.contract.Verdict;
import org.onewindow.connectors.contract.WsdlDoctor;
import org.onewindow.connectors.draft.DraftedFolder;
import org.onewindow.connectors.draft.Drafting;
import org.onewindow.connectors.draft.Glossary;
import org.onewindow.connectors.draft.Wish;

/** A department as it was drafted, untouched, asks its own drafted simulator over HTTP. */
final class DraftedDepartmentsTest {

    private static final Path CONTRACTS = Path.of("src/test/resources/org/onewindow/connectors/contract");
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @TempDir
    Path root = Path.of("");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            sound/office.wsdl               | apply      | text/xml             | urn:office
            soap-12/office.wsdl             | apply      | application/soap+xml | http://www.w3.org/2003/05/soap-envelope
            rpc-literal/office.wsdl         | apply      | text/xml             | :Apply
            imported-wsdl/office.wsdl       | apply      | text/xml             | urn:office:types
            undeclared-prefix/office.wsdl   | apply      | text/xml             | urn:office
            addressing-wanted/office.wsdl   | apply      | text/xml             | urn:uuid:0b0e6ad3-5c2f-5a5e-9d0a-6f2f5b6f7a01
            abstract-and-choice/office.wsdl | apply      | text/xml             | Person"
            openapi-sound/openapi.yaml      | get-person |                      | /office/api/persons/ & ?year= & X-Request-Id
            openapi-31/openapi.yaml         | register   | application/json     | "sfzh":"370102198503078212"
            """)
    void isAnsweredAsItsSamplesSay(String contract, String operation, String type, String sent) throws Exception {
        var city =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        city.start();
        try (var camel = new DefaultCamelContext()) {
            var department = drafted(CONTRACTS.resolve(contract), city.baseUrl());
            stubs(city, department);

            var reply = asked(camel, department, operation);

            assertThat(reply).isInstanceOfSatisfying(Answered.class, answered -> assertThat(answered.facts())
                    .isNotEmpty());
            var request = city.findAll(anyRequestedFor(anyUrl())).getFirst();
            if (type != null) {
                assertThat(request.getHeader("Content-Type")).startsWith(type);
            }
            assertThat(request.getUrl() + "\n" + request.getHeaders() + "\n" + request.getBodyAsString())
                    .contains(sent.split(" & "));
        } finally {
            city.stop();
        }
    }

    private Department drafted(Path file, String simulators) {
        var verdict = file.toString().endsWith(".wsdl") ? WsdlDoctor.examine(file) : OpenApiDoctor.examine(file);
        var contract =
                switch (verdict) {
                    case Verdict.Usable usable -> usable.contract();
                    case Verdict.Repaired repaired -> repaired.contract();
                    case Verdict.Unusable(var faults) -> throw new AssertionError(faults);
                };
        var wish = Wish.byHttp("office", new Localised("测试局", "Office"), List.of());
        if (new Drafting(wish, Glossary.of(RealTree.ROOT)).draft(contract)
                instanceof Drafting.Outcome.Drafted(var draft)) {
            try (var folder = DraftedFolder.write(draft, root.resolve("departments"), file.resolveSibling(""))) {
                assertThat(folder.moveTo(root.resolve("departments"))).isTrue();
            }
        }
        var tree = Configuration.load(root, Settings.of(Map.of("HUB_SIMULATORS", simulators)))
                .orThrow();
        return tree.departments().values().iterator().next();
    }

    private static void stubs(WireMockServer city, Department department) throws IOException {
        try (Stream<Path> files = Files.list(department.folder().resolve("simulator/mappings"))) {
            for (var file : files.toList()) {
                city.addStubMapping(StubMapping.buildFrom(Files.readString(file)));
            }
        }
    }

    private DepartmentReply asked(DefaultCamelContext camel, Department department, String id) throws IOException {
        var serial = new AtomicLong(1);
        var surroundings = new Surroundings(
                Secrets.in(root),
                new TestClock(java.time.Instant.parse("2026-11-24T01:30:15Z")),
                () -> Long.toString(serial.getAndIncrement()),
                (_, _) -> _ -> java.io.InputStream.nullInputStream(),
                null,
                new Instruments(new io.micrometer.core.instrument.simple.SimpleMeterRegistry(), span -> {}));
        var operation = department.operation(id);
        var request = JSON.readValue(
                Files.readString(department.folder().resolve("samples/" + id + "/request.json")),
                DepartmentRequest.class);
        try (var connectors = Connectors.of(camel, List.of(department), surroundings)) {
            camel.start();
            var context = new MappingContext(
                    TestHouse.KEY, 1, java.time.Instant.parse("2026-11-24T01:30:15Z"), "http://hub.test/v1/replies");
            var mapped = connectors.map(department, operation, request, context);
            assertThat(mapped).isInstanceOf(Mapped.Message.class);
            var sending = new Sending(
                    TestHouse.KEY,
                    TestHouse.CORRELATION,
                    1,
                    "http://hub.test/",
                    request,
                    false,
                    () -> true,
                    Duration.ofMinutes(1));
            return connectors.call(department, operation, (Mapped.Message) mapped, sending);
        }
    }
}
