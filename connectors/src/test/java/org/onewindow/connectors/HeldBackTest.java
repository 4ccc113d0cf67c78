package org.onewindow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.canonical.DepartmentReply.Unavailable;

/** A node that was frozen and may be taken for dead sends nothing any more, whatever the line. */
final class HeldBackTest {

    @TempDir
    Path secrets = Path.of("");

    private TestHouse house;

    @BeforeEach
    void open() {
        house = TestHouse.with(secrets, "civil-affairs", "payment-platform", "land-registry", "tax");
        house.city.stubFor(post(anyUrl()).willReturn(okJson("{\"access_token\": \"t\", \"token_type\": \"Bearer\"}")));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({"civil-affairs, note-sale", "tax, assess-transfer-tax", "payment-platform, create-bill"})
    void nothingLeavesForTheDepartment(String department, String sample) {
        var reply = house.callWhile(() -> false, department, sample);

        assertThat(reply).isInstanceOfSatisfying(Unavailable.class, unavailable -> assertThat(unavailable.cause())
                .startsWith("held back"));
        assertThat(house.city.getAllServeEvents()).isEmpty();
    }

    @Test
    void norAfterTheTokenWasFetched() {
        house.callWhile(() -> house.city.getAllServeEvents().isEmpty(), "land-registry", "register-transfer.in-review");

        assertThat(house.city.getAllServeEvents())
                .extracting(event -> event.getRequest().getUrl())
                .hasSameElementsAs(List.of("/land-registry/oauth/token"));
    }
}
