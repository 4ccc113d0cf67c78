package org.onewindow.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            if (department.endpoint() instanceof Department.Endpoint.Http http) {
                if (http.url().startsWith(settings.simulators().toString())) {
                    refusals.add("department " + department.id()
                            + " is simulated: set its address, see its department.yaml");
                }
                secretsOf(http).forEach(secret -> refusal(secret).ifPresent(refusals::add));
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

    private static List<SecretReference> secretsOf(Department.Endpoint.Http http) {
        var secrets = new ArrayList<>(secretsOf(http.security()));
        var tls = http.tls();
        if (tls != null) {
            Stream.of(tls.certificate(), tls.key(), tls.authorities())
                    .flatMap(Stream::ofNullable)
                    .forEach(secrets::add);
        }
        return secrets;
    }

    private static List<SecretReference> secretsOf(Security security) {
        return switch (security) {
            case Security.None _ -> List.of();
            case Security.ApiKey key -> List.of(key.key());
            case Security.SignedSoap signed -> List.of(signed.certificate(), signed.key());
            case Security.UsernameToken token -> List.of(token.password());
            case Security.Basic basic -> List.of(basic.password());
            case Security.Bearer bearer -> List.of(bearer.token());
            case Security.OAuth2Client client -> List.of(client.secret());
            case Security.Signed signed -> List.of(signed.signature().secret());
        };
    }
}
