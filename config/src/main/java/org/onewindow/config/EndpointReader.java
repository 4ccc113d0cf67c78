package org.onewindow.config;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns where and how a department is reached into its typed form: settings filled in, {@code simulator} replaced. */
final class EndpointReader {

    static final String SIMULATOR = "simulator";
    private static final Duration SIGNATURE_LASTS = Duration.ofMinutes(5);

    private final String department;
    private final ContractFacts contract;
    private final Settings settings;

    EndpointReader(String department, ContractFacts contract, Settings settings) {
        this.department = department;
        this.contract = contract;
        this.settings = settings;
    }

    Department.Endpoint read(YamlValue endpoint) {
        if (endpoint.has("files")) {
            return files(endpoint.get("files"));
        }
        return endpoint.has("queue")
                ? new Department.Endpoint.Jms(
                        endpoint.get("queue").mustBeText(),
                        endpoint.get("reply-queue").mustBeText(),
                        endpoint.get("charset").mustBeText(),
                        Contents.map(endpoint.get("properties"), Contents::scalar),
                        endpoint.get("dead-letters").text(),
                        correlation(endpoint.get("correlation")))
                : http(endpoint);
    }

    private static Correlation correlation(YamlValue rule) {
        if (rule.isMissing() || rule.isText()) {
            return "message-id".equals(rule.text()) ? new Correlation.MessageId() : new Correlation.OwnId();
        }
        var element = rule.get("element");
        return element.isMissing()
                ? new Correlation.Property(rule.get("property").mustBeText())
                : new Correlation.Element(
                        element.get("sent").mustBeText(),
                        element.get("answered").mustBeText());
    }

    private Department.Endpoint files(YamlValue files) {
        return new Department.Endpoint.Files(
                FilesCheck.root(settings).orElseThrow(),
                files.get("out").mustBeText(),
                files.get("in").mustBeText(),
                files.get("charset").mustBeText(),
                files.has("kept") ? Duration.ofDays(Contents.days(files.get("kept"))) : null);
    }

    private Department.Endpoint http(YamlValue endpoint) {
        var url = resolved(endpoint.get("url"));
        boolean simulated = url.equals(SIMULATOR);
        return new Department.Endpoint.Http(
                simulated ? simulated(contract.address()) : withoutSlash(url),
                simulated ? null : standby(endpoint.get("also")),
                tls(endpoint.get("tls")),
                security(endpoint.get("security"), simulated));
    }

    /** Where the setting is empty there is none. */
    private @Nullable String standby(YamlValue also) {
        if (also.isMissing()) {
            return null;
        }
        var url = resolved(also);
        return url.isEmpty() || url.equals(SIMULATOR) ? null : withoutSlash(url);
    }

    private static Department.@Nullable Tls tls(YamlValue tls) {
        return tls.isMissing()
                ? null
                : new Department.Tls(
                        secret(tls.get("certificate")), secret(tls.get("key")), secret(tls.get("authorities")));
    }

    private static @Nullable SecretReference secret(YamlValue value) {
        return value.isMissing() ? null : Contents.secret(value);
    }

    private String resolved(YamlValue text) {
        return References.resolve(text.mustBeText(), settings);
    }

    /** The contract's own address at the simulators; of a contract without one the department's name there. */
    private String simulated(@Nullable String address) {
        var base = settings.simulators() + "/" + department;
        return address == null
                ? base
                : withoutSlash(
                        base + Objects.requireNonNullElse(URI.create(address).getRawPath(), ""));
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private Department.Security security(YamlValue security, boolean simulated) {
        if (security.isMissing() || security.isText()) {
            return new Department.Security.None();
        }
        var scheme = security.entries().firstEntry();
        var detail = scheme.getValue();
        return switch (scheme.getKey()) {
            case "username-token" ->
                new Department.Security.UsernameToken(
                        resolved(detail.get("user")),
                        Contents.secret(detail.get("password")),
                        detail.get("digest").json().asBoolean(true));
            case "basic" ->
                new Department.Security.Basic(resolved(detail.get("user")), Contents.secret(detail.get("password")));
            case "bearer" -> new Department.Security.Bearer(Contents.secret(detail.get("token")));
            case "api-key" ->
                new Department.Security.ApiKey(
                        detail.has("query"),
                        detail.get(detail.has("query") ? "query" : "header").mustBeText(),
                        Contents.secret(detail.get("key")));
            case "signed-soap" ->
                new Department.Security.SignedSoap(
                        Contents.secret(detail.get("certificate")),
                        Contents.secret(detail.get("key")),
                        detail.has("lasting") ? Contents.duration(detail.get("lasting")) : SIGNATURE_LASTS);
            case "oauth2-client" ->
                new Department.Security.OAuth2Client(
                        tokenUrl(detail, simulated),
                        resolved(detail.get("client")),
                        Contents.secret(detail.get("secret")),
                        Contents.list(detail.get("scopes"), YamlValue::mustBeText));
            case "signed" ->
                new Department.Security.Signed(
                        signature(detail.get("signature")), Contents.map(detail.get("headers"), Contents::scalar));
            default -> throw new IllegalStateException("unknown security " + scheme.getKey());
        };
    }

    private String tokenUrl(YamlValue oauth, boolean simulated) {
        var own = oauth.get("token-url");
        if (!own.isMissing() && !resolved(own).equals(SIMULATOR)) {
            return resolved(own);
        }
        return simulated ? simulated(contract.tokenUrl()) : Objects.requireNonNull(contract.tokenUrl());
    }

    static Department.Signature signature(YamlValue signature) {
        return new Department.Signature(
                Contents.secret(signature.get("secret")),
                signature.get("header").mustBeText(),
                Objects.requireNonNullElse(signature.get("prefix").text(), ""),
                signature.get("timestamp").mustBeText(),
                signature.get("signed").mustBeText(),
                Contents.duration(signature.get("max-age")));
    }
}
