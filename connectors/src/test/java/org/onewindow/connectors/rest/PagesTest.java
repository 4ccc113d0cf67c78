package org.onewindow.connectors.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.EffectKey;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.config.Configuration;
import org.onewindow.config.Department;
import org.onewindow.config.Secrets;
import org.onewindow.config.Settings;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Mapped;
import org.onewindow.connectors.MappingContext;
import org.onewindow.connectors.Sending;
import org.onewindow.connectors.Surroundings;

/** Answers in pages, over real HTTP. */
class PagesTest {

    private static final String PATH = "/library/books";
    private static final Party ZHANG =
            new Party(null, Party.Kind.PERSON, "张铭", IdType.RESIDENT_ID, "370102198503078212", null, null, null);

    private final WireMockServer library =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void open() {
        library.start();
    }

    @AfterEach
    void close() {
        library.stop();
    }

    private DepartmentReply asked(Path folder, String pages) throws IOException {
        var own = folder.resolve("departments/library");
        Files.createDirectories(own.resolve("contract"));
        Files.createDirectories(own.resolve("mappings"));
        Files.createDirectories(folder.resolve("calendars"));
        Files.writeString(folder.resolve("hub.yaml"), "apiVersion: hub/v1\n");
        Files.writeString(
                folder.resolve("calendars/cn-2026.yaml"), "apiVersion: hub/v1\nyear: 2026\noff: []\nwork: []\n");
        Files.writeString(own.resolve("contract/README.md"), "Books.\n");
        Files.writeString(own.resolve("mappings/books.request.jsonata"), "{\"parameters\": {}}");
        Files.writeString(
                own.resolve("mappings/books.reply.jsonata"),
                "{\"state\": \"answered\", \"facts\": {\"titles\": [body.data.books.title]}}");
        Files.writeString(
                own.resolve("department.yaml"),
                """
                apiVersion: hub/v1
                id: library
                name: {zh-CN: 图书馆, en: Library}
                format: json
                contract: {page: contract/README.md}
                endpoint: {url: "%s/library", security: none}
                operations:
                  books: {name: {zh-CN: 图书, en: Books}, call: GET /books, effect: read, pages: %s}
                """
                        .formatted(library.baseUrl(), pages));
        var department = Configuration.load(folder, Settings.of(Map.of()))
                .orThrow()
                .departments()
                .get("library");
        return call(folder, Objects.requireNonNull(department));
    }

    private static DepartmentReply call(Path folder, Department department) {
        var camel = new DefaultCamelContext();
        var surroundings = new Surroundings(
                Secrets.in(folder),
                Clock.systemUTC(),
                () -> "1",
                (_, _) -> _ -> new ByteArrayInputStream(new byte[0]),
                null);
        try (var connectors = Connectors.of(camel, List.of(department), surroundings)) {
            camel.start();
            var request = new DepartmentRequest(null, ZHANG, List.of(ZHANG), Map.of(), Map.of(), List.of(), null);
            var operation = department.operation("books");
            var key = new EffectKey(UUID.randomUUID());
            var context = new MappingContext(key, 1, Clock.systemUTC().instant(), "");
            var message = (Mapped.Message) connectors.map(department, operation, request, context);
            return connectors.call(
                    department, operation, message, Sending.waiting(key, "c", request, Duration.ofSeconds(20)));
        } finally {
            camel.stop();
        }
    }

    private static String page(String next, String... titles) {
        var books = List.of(titles).stream()
                .map(title -> "{\"title\": \"" + title + "\"}")
                .toList();
        return "{\"data\": {\"books\": " + books + "}, \"next\": \"" + next + "\"}";
    }

    private static void hasTold(DepartmentReply reply, String... titles) {
        assertThat(reply).isInstanceOfSatisfying(Answered.class, told -> assertThat(told.facts())
                .containsEntry("titles", List.of((Object[]) titles)));
    }

    @Test
    void followsACursor(@TempDir Path folder) throws IOException {
        library.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("after", absent())
                .willReturn(okJson(page("c 2", "红楼梦", "西游记"))));
        library.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("after", equalTo("c 2"))
                .willReturn(okJson(page("", "三国演义"))));

        hasTold(asked(folder, "{by: cursor, items: data.books, parameter: after, next: next}"), "红楼梦", "西游记", "三国演义");
    }

    @Test
    void countsUpUntilAPageIsEmpty(@TempDir Path folder) throws IOException {
        library.stubFor(get(urlPathEqualTo(PATH)).atPriority(9).willReturn(okJson(page("", "红楼梦"))));
        library.stubFor(
                get(urlPathEqualTo(PATH)).withQueryParam("page", equalTo("2")).willReturn(okJson(page("", "西游记"))));
        library.stubFor(
                get(urlPathEqualTo(PATH)).withQueryParam("page", equalTo("3")).willReturn(okJson(page(""))));

        hasTold(asked(folder, "{by: number, items: data.books, parameter: page}"), "红楼梦", "西游记");
    }

    @Test
    void followsALinkAtTheSameHostOnly(@TempDir Path folder, @TempDir Path other) throws IOException {
        var link = "<" + library.baseUrl() + PATH + "?p=2>; rel=\"next\", <" + library.baseUrl() + ">; rel=\"first\"";
        library.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("p", absent())
                .willReturn(okJson(page("", "红楼梦", "西游记")).withHeader("Link", link)));
        library.stubFor(
                get(urlPathEqualTo(PATH)).withQueryParam("p", equalTo("2")).willReturn(okJson(page("", "三国演义"))));

        hasTold(asked(folder, "{by: link, items: data.books}"), "红楼梦", "西游记", "三国演义");

        library.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("p", absent())
                .willReturn(okJson(page("", "红楼梦"))
                        .withHeader("Link", "<http://169.254.169.254/library/books>; rel=next")));
        assertThat(asked(other, "{by: link, items: data.books}")).isInstanceOf(Uncertain.class);
    }

    @Test
    void endsAnAnswerWithoutEnd(@TempDir Path folder) throws IOException {
        library.stubFor(get(urlPathEqualTo(PATH)).willReturn(okJson(page("again", "红楼梦"))));

        var reply = asked(folder, "{by: cursor, items: data.books, parameter: after, next: next, most: 3}");

        assertThat(reply).isEqualTo(new Uncertain("its answer has more than 3 pages"));
        library.verify(3, getRequestedFor(urlPathEqualTo(PATH)));
    }
}
