package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.config.Secrets;
import org.onewindow.connectors.broker.BrokerUser;

class ClientSystemsTest {

    @TempDir
    private Path secrets = Path.of("");

    @Test
    void letsInThoseWithAPasswordToSendAndToTheirOwnAnswers() throws IOException {
        write("clients/window-system/password", "one");
        write("clients/soap-only/certificate.pem", "-----");

        assertThat(ClientSystems.users(Secrets.in(secrets)))
                .singleElement()
                .satisfies(user -> assertThat(user)
                        .extracting(BrokerUser::name, BrokerUser::password, BrokerUser::sendsTo)
                        .containsExactly("window-system", "one", List.of("hub.submissions")))
                .satisfies(
                        user -> assertThat(user.addresses()).containsExactly("hub.submissions.reply.window-system.#"));
    }

    @Test
    void takesNobodyWithANameOfTheHubsOwnOrWithAWildcard() throws IOException {
        write("clients/hub/password", "one");
        write("clients/node/password", "one");
        write("clients/gjj/password", "one");
        write("clients/#/password", "one");
        write("clients/A.B/password", "one");

        assertThat(ClientSystems.users(Secrets.in(secrets))).isEmpty();
    }

    @Test
    void needsNoClients() {
        assertThat(ClientSystems.users(Secrets.in(secrets))).isEmpty();
    }

    private void write(String name, String value) throws IOException {
        var file = secrets.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, value);
    }
}
