package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.hub.client.HubApi;

class DemoTest {

    @Test
    void beginsThisMorningWhereItIsStillNight() {
        assertThat(morningAfter("2026-11-24T01:28:00+08:00")).isEqualTo("2026-11-24T09:30+08:00");
    }

    @Test
    void beginsTomorrowWhereTheMorningIsOver() {
        assertThat(morningAfter("2026-11-24T09:30:00+08:00")).isEqualTo("2026-11-25T09:30+08:00");
    }

    @Test
    void skipsTheWeekend() {
        assertThat(morningAfter("2026-11-27T18:00:00+08:00")).isEqualTo("2026-11-30T09:30+08:00");
    }

    @Test
    void writesAContractThatIsAPdf() {
        var pdf = new String(Contract.pdf(List.of("Home (1-101)")), StandardCharsets.US_ASCII);

        assertThat(pdf).startsWith("%PDF-1.4").endsWith("%%EOF\n").contains("(Home ?1-101?) Tj");
    }

    @Test
    void saysThatWhatTheChecklistOffersIsUnchanged() throws IOException {
        var checklist = HubApi.JSON.readTree(
                """
                {"items": [{"type": "resident-identity-card", "state": {"code": "satisfied-licence"}},
                           {"type": "sale-contract", "state": {"code": "reuse-confirm"}, "stored": "mat_1"}]}""");
        var materials = HubApi.JSON.createArrayNode();

        SecondCase.unchanged(checklist, materials);

        assertThat(materials.toString())
                .isEqualTo("[{\"type\":\"sale-contract\",\"stored\":\"mat_1\",\"declared\":\"unchanged\"}]");
    }

    @Test
    void deletesNobodysData(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("precious.txt"), "mine");

        assertThatThrownBy(() -> DemoFolder.prepare(folder, false)).isInstanceOf(DemoFailed.class);

        assertThat(folder.resolve("precious.txt")).hasContent("mine");
    }

    @Test
    void beginsWithNewDataUnlessTheyAreKept(@TempDir Path folder) throws IOException {
        DemoFolder.prepare(folder, false);
        Files.writeString(folder.resolve("clock"), "5");

        DemoFolder.prepare(folder, true);
        assertThat(folder.resolve("clock")).hasContent("5");

        DemoFolder.prepare(folder, false);
        assertThat(folder.resolve("clock")).doesNotExist();
        assertThat(folder.resolve("secrets/tax/password")).hasContent("trial-tax-password");
    }

    private static String morningAfter(String now) {
        return Demo.nextMorning(ZonedDateTime.parse(now)).toOffsetDateTime().toString();
    }
}
