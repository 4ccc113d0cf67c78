package org.onewindow.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.config.Department.Security;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;

/** What a production hub must not have: simulated departments, missing secrets, secrets of the trial systems. */
final class ProductionRules {

    private static final String TRIAL = "trial-";

    private final HubSettings settings;
    private final Secrets secrets;

    ProductionRules(HubSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** What stands against it, in words for the operator; empty: nothing. */
    List<String> refusals(ConfigurationTree tree) {
        var refusals = new ArrayList<String>();
        for (var department : tree.departments().values()) {
            if (department.endpoint() instanceof Department.Endpoint.Http(String url, Security security)) {
                if (url.startsWith(settings.simulators().toString())) {
                    refusals.add("department " + department.id()
                            + " is simulated: set its address, see its department.yaml");
                }
                secretOf(security).flatMap(this::refusal).ifPresent(refusals::add);
            }
            Optional.ofNullable(department.callbacks())
                    .flatMap(callbacks -> refusal(callbacks.signature().secret()))
                    .ifPresent(refusals::add);
        }
        ClientSystems.passwords(secrets).forEach(password -> refusal(password).ifPresent(refusals::add));
        return refusals.stream().distinct().toList();
    }

    private Optional<String> refusal(SecretReference secret) {
        if (!secrets.has(secret)) {
            return Optional.of("secret " + secret.name() + " is missing in HUB_SECRETS");
        }
        return secrets.value(secret).startsWith(TRIAL)
                ? Optional.of("secret " + secret.name() + " is that of the trial system")
                : Optional.empty();
    }

    private static Optional<SecretReference> secretOf(Security security) {
        return switch (security) {
            case Security.None _ -> Optional.empty();
            case Security.UsernameToken token -> Optional.of(token.password());
            case Security.Basic basic -> Optional.of(basic.password());
            case Security.Bearer bearer -> Optional.of(bearer.token());
            case Security.OAuth2Client client -> Optional.of(client.secret());
            case Security.Signed signed -> Optional.of(signed.signature().secret());
        };
    }
}
