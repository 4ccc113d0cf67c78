package org.onewindow.hub;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;
import org.onewindow.connectors.broker.BrokerUser;
import org.onewindow.connectors.broker.ClientQueues;

/**
 * The systems of registered clients that hand in by queue: those with a password in {@code clients/<client>/password} of the secrets.
 *
 * <p>The client's id is the user's name, so that one idempotency key is one over HTTP and queue.
 */
final class ClientSystems {

    private static final String FOLDER = "clients";
    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");
    private static final Set<String> NAMES_OF_OTHERS = Set.of("hub", Broker.NODE, "gjj");

    private ClientSystems() {}

    static List<BrokerUser> users(Secrets secrets) {
        return passwords(secrets).stream()
                .map(password -> ClientQueues.user(clientOf(password), secrets.value(password)))
                .toList();
    }

    /** Their passwords' names; a folder that cannot be a client's is no client. */
    static List<SecretReference> passwords(Secrets secrets) {
        return secrets.foldersIn(FOLDER).stream()
                .filter(client -> ID.matcher(client).matches() && !NAMES_OF_OTHERS.contains(client))
                .map(client -> new SecretReference(FOLDER + "/" + client + "/password"))
                .filter(secrets::has)
                .toList();
    }

    private static String clientOf(SecretReference password) {
        return password.name().split("/", -1)[1];
    }
}
