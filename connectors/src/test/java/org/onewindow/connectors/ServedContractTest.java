package org.onewindow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.config.Department.Contract;
import org.onewindow.connectors.probe.Probed;
import org.yaml.snakeyaml.Yaml;

/** A probe tells whether a REST department shows the contract that the hub goes by. */
class ServedContractTest {

    private final TestHouse house;
    private final String written;

    ServedContractTest(@TempDir Path secrets) throws Exception {
        house = TestHouse.with(secrets, "land-registry");
        var contract = (Contract.OpenApi) house.department("land-registry").contract();
        written = Files.readString(contract.file());
    }

    @BeforeEach
    void nothingIsShown() {
        house.city.resetAll();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void shows(String name, String text) {
        var url = ((org.onewindow.config.Department.Endpoint.Http)
                        house.department("land-registry").endpoint())
                .url();
        var path = java.net.URI.create(url).getPath().replaceAll("/+$", "");
        house.city.stubFor(get(urlEqualTo(path + "/" + name)).willReturn(ok(text)));
    }

    private Probed contract() {
        return house.connectors.probe(house.department("land-registry"), false).getLast();
    }

    @Test
    void theSameInBytesOrInContentIsTheSame() throws Exception {
        shows("openapi.yaml", written);
        assertThat(contract().detail()).startsWith("the same as contract/");
        assertThat(contract().well()).isTrue();

        house.city.resetAll();
        shows("openapi.json", new JsonMapper().writeValueAsString(new Yaml().load(written)));
        assertThat(contract().detail()).startsWith("the same as contract/");
    }

    @Test
    void anotherOneIsToldAndIsNotWell() {
        shows("openapi.yaml", written.replaceFirst("(?m)^  /", "  /v2/"));

        assertThat(contract().step()).isEqualTo("contract");
        assertThat(contract().well()).isFalse();
        assertThat(contract().detail()).startsWith("another than contract/").contains("SHA-256");
    }

    @Test
    void oneThatShowsNoneOrSomethingElseIsNoWorseForIt() {
        assertThat(contract().well()).isTrue();
        assertThat(contract().detail()).startsWith("not shown");

        shows("openapi.yaml", "<html>Welcome</html>");
        shows("openapi.json", "{\"a\": [".repeat(10_000));
        assertThat(contract().well()).isTrue();
        assertThat(contract().detail()).startsWith("not shown");
    }
}
