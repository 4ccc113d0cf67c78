package org.onewindow.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.config.Department.Endpoint;
import org.onewindow.config.Department.Security;

/** A department may close a kept connection at the moment the hub uses it again: a look-up does not suffer, an act is a doubt. */
class KeptConnectionsTest {

    @TempDir
    Path secrets = Path.of("");

    private static UnaryOperator<Endpoint> at(ClosingServer server) {
        return real -> new Endpoint.Http(
                ((Endpoint.Http) real).url().replaceFirst(":[0-9]+/", ":" + server.port() + "/"),
                null,
                null,
                new Security.None());
    }

    private static ClosingServer registry(int answers) throws Exception {
        return new ClosingServer(answers, "application/json", TestHouse.answer("land-registry", "title", "json"));
    }

    @Test
    void aLookUpIsAskedOnceMoreOverAFreshConnection() throws Exception {
        try (var server = registry(1);
                var house = TestHouse.with(TestHouse.Setup.in(secrets).through(at(server)), "land-registry")) {
            assertThat(house.call("land-registry", "title")).isInstanceOf(Answered.class);
            assertThat(house.call("land-registry", "title")).isInstanceOf(Answered.class);
            assertThat(server.asked).containsExactly(1, 1, 2);
        }
    }

    @Test
    void soIsOneInSoap() throws Exception {
        try (var server = new ClosingServer(1, "text/xml", TestHouse.answer("tax", "clearance", "xml"));
                var house = TestHouse.with(TestHouse.Setup.in(secrets).through(at(server)), "tax")) {
            assertThat(house.call("tax", "clearance")).isInstanceOf(Answered.class);
            assertThat(house.call("tax", "clearance")).isInstanceOf(Answered.class);
            assertThat(server.asked).containsExactly(1, 1, 2);
        }
    }

    @Test
    void anActIsNeverAskedAgain() throws Exception {
        try (var server = registry(1);
                var house = TestHouse.with(TestHouse.Setup.in(secrets).through(at(server)), "land-registry")) {
            assertThat(house.call("land-registry", "title")).isInstanceOf(Answered.class);
            assertThat(house.call("land-registry", "register-transfer"))
                    .isEqualTo(new Uncertain("the connection broke"));
            assertThat(server.asked).containsExactly(1, 1);
        }
    }

    @Test
    void aFreshConnectionThatBreaksIsNotTriedAgain() throws Exception {
        try (var server = registry(0);
                var house = TestHouse.with(TestHouse.Setup.in(secrets).through(at(server)), "land-registry")) {
            assertThat(house.call("land-registry", "title")).isInstanceOf(Uncertain.class);
            assertThat(server.asked).containsExactly(1);
        }
    }
}
