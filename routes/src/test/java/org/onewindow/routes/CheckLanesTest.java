package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.Localised;
import org.onewindow.cases.Demand;
import org.onewindow.config.Configuration;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.config.Matter.RequiredMaterial.ValidOn;
import org.onewindow.config.Settings;
import org.onewindow.config.TrustLevel;

/** A department that does not answer holds up the cases that ask it, and no others. */
class CheckLanesTest {

    private static final int CONSUMERS = 4;

    @Test
    void aSilentDepartmentHoldsUpNobodyWhoDoesNotAskIt() throws Exception {
        var silence = new CountDownLatch(1);
        var others = new CountDownLatch(2);
        try (var lanes = new CheckLanes()) {
            for (int i = 0; i < CONSUMERS * 10; i++) {
                assertThat(lanes.take(Set.of("tax"), () -> await(silence))).isTrue();
            }

            lanes.take(Set.of("land-registry"), others::countDown);
            lanes.take(Set.of(), others::countDown);

            assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
            silence.countDown();
        }
    }

    @Test
    void checksAllThatAskOneDepartmentInTheEnd() throws Exception {
        var checked = new CountDownLatch(100);
        try (var lanes = new CheckLanes()) {
            for (int i = 0; i < 100; i++) {
                lanes.take(Set.of("tax"), checked::countDown);
            }

            assertThat(checked.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void knowsWhomAMattersMaterialsAsk() {
        var tree = Configuration.load(
                        Path.of("..", "config"), Settings.of(Map.of("HUB_SIMULATORS", "http://127.0.0.1:1")))
                .orThrow();
        var asked = new AskedDepartments(tree);

        assertThat(asked.of(matter(required("title-search-record", Source.DATA, Source.UPLOAD)), List.of()))
                .containsExactly("land-registry");
        assertThat(asked.of(matter(required("household-register", Source.LICENCE)), List.of()))
                .containsExactly("public-security");
        assertThat(asked.of(
                        matter(
                                required("title-search-record", Source.STORED, Source.UPLOAD),
                                required("resident-identity-card", Source.LICENCE)),
                        List.of()))
                .isEmpty();
        assertThat(asked.of(
                        matter(required("sale-contract", Source.UPLOAD)),
                        List.of(new Demand("household-register", 0), new Demand("title-search-record", null))))
                .containsExactly("land-registry", "public-security");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static RequiredMaterial required(String type, Source... from) {
        var name = new Localised(type, type);
        return new RequiredMaterial(type, name, Set.of(from), null, TrustLevel.C, null, ValidOn.DECISION, null);
    }

    private static Matter matter(RequiredMaterial... materials) {
        var name = new Localised("m", "m");
        var limit = new Matter.Limit(30, 5);
        return new Matter(
                "m",
                "1",
                name,
                limit,
                null,
                "{}",
                Map.of(),
                List.of(),
                List.of(materials),
                Map.of(),
                null,
                Map.of(),
                Map.of(),
                null);
    }
}
