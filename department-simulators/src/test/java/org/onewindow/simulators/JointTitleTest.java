package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.simulators.Trial.json;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A home that two hold, in a small city of its own. */
class JointTitleTest {

    private static final String HOME = "鲁(2020)济南市不动产权第0000001号";
    private static final String HE = LandCaller.party("何平", "370102198808256016");
    private static final String GAO = LandCaller.party("高山䶮", "370102198701010024");

    private final Trial trial = new Trial(Settings.onFreePort(Path.of("src", "test", "resources", "couple.yaml")));
    private final LandCaller land = new LandCaller(trial).login();

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void isSoldByAllItsHoldersOrNot() {
        var clearance = land.clearance(HOME);
        var url = "http://127.0.0.1:1/replies";

        var alone = land.post("transfers", LandCaller.transfer(HOME, HE, clearance, url));
        var both = land.post("transfers", LandCaller.transfer(HOME, HE + "," + GAO, clearance, url));

        assertThat(json(alone).path("errors").get(0).path("field").asText()).isEqualTo("sellers");
        assertThat(both.statusCode()).isEqualTo(202);
    }

    @Test
    void countsOnceForBoth() {
        var couple = land.post("home-counts", "{\"persons\":[%s,%s]}".formatted(HE, GAO));
        var one = land.post("home-counts", "{\"persons\":[%s]}".formatted(GAO));

        assertThat(json(couple).path("count").asInt()).isEqualTo(2);
        assertThat(json(one).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void cannotBeAskedAtCivilAffairsWhereTheSpousesNameIsOutsideTheCodePage() {
        var answer = new CivilCaller(trial).maritalStatus("何平", "370102198808256016");

        assertThat(CivilCaller.field(answer, "CODE")).isEqualTo("2003");
        assertThat(CivilCaller.field(answer, "ZJHM")).isEmpty();
    }
}
