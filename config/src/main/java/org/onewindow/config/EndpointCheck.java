package org.onewindow.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks where and how a department is reached. */
final class EndpointCheck {

    private static final List<String> WAYS = List.of("url", "queue", "files");
    private static final Set<String> REST_ONLY = Set.of("oauth2-client", "signed");
    private static final Set<String> SOAP_ONLY = Set.of("username-token", "signed-soap");

    private final DepartmentFolder folder;
    private final Settings settings;
    private final Diagnostics diagnostics;

    EndpointCheck(DepartmentFolder folder, Settings settings, Diagnostics diagnostics) {
        this.folder = folder;
        this.settings = settings;
        this.diagnostics = diagnostics;
    }

    void check() {
        var endpoint = folder.file().get("endpoint");
        if (endpoint.entries().isEmpty()) {
            return;
        }
        if (WAYS.stream().filter(endpoint::has).count() != 1) {
            diagnostics.report(endpoint.place(), Fault.NOT_EXACTLY_ONE, "endpoint", String.join(", ", WAYS));
            return;
        }
        var format = folder.file().get("format");
        if (endpoint.has("files")) {
            new FilesCheck(folder, settings, diagnostics).check(endpoint.get("files"));
            return;
        }
        boolean byBroker = endpoint.has("queue");
        if (format.isText() && byBroker != format.mustBeText().equals("xstream")) {
            diagnostics.report(
                    endpoint.placeOf(byBroker ? "queue" : "url"),
                    Fault.WRONG_TRANSPORT,
                    "format " + format.mustBeText(),
                    byBroker ? "endpoint: {queue}" : "endpoint: {url}",
                    byBroker ? "format: xstream" : "format: xml or json, or endpoint: {queue: …}");
        }
        checkUrl(endpoint.get("url"));
        checkStandby(endpoint);
        checkSecurity(endpoint.get("security"), format);
        var oauth = endpoint.get("security").get("oauth2-client");
        checkUrl(oauth.get("token-url"));
        if (!oauth.isMissing() && !oauth.has("token-url") && folder.contract().tokenUrl() == null) {
            diagnostics.report(
                    endpoint.get("security").placeOf("oauth2-client"), Fault.MISSING_KEY, "token-url", "oauth2-client");
        }
    }

    /** The signatures and paths of one system are those of the other. */
    private void checkStandby(YamlValue endpoint) {
        var also = endpoint.get("also");
        checkUrl(also);
        var first = pathOf(endpoint.get("url"));
        var second = pathOf(also);
        if (first != null && second != null && !first.equals(second)) {
            diagnostics.report(also.place(), Fault.STANDBY_ELSEWHERE, second, first);
        }
    }

    private @Nullable String pathOf(YamlValue url) {
        if (!url.isText() || !References.hasOnlySettings(url.mustBeText())) {
            return null;
        }
        var resolved = References.resolve(url.mustBeText(), settings);
        return isHttp(resolved) ? URI.create(resolved).getRawPath().replaceAll("/+$", "") : null;
    }

    private void checkSecurity(YamlValue security, YamlValue format) {
        var schemes = security.entries().keySet();
        if (schemes.size() != 1 || !format.isText()) {
            return;
        }
        var scheme = schemes.iterator().next();
        boolean soap = format.mustBeText().equals("xml");
        var wrong = soap ? REST_ONLY : SOAP_ONLY;
        if (wrong.contains(scheme) || (soap && security.get(scheme).has("query"))) {
            diagnostics.report(
                    security.placeOf(scheme),
                    Fault.SECURITY_OF_ANOTHER_FORMAT,
                    scheme,
                    format.mustBeText(),
                    soap
                            ? "username-token, signed-soap, basic, bearer, api-key: {header}"
                            : "basic, bearer, api-key, oauth2-client, signed");
        }
        var key = security.get("api-key");
        if (!key.isMissing() && key.has("header") == key.has("query")) {
            diagnostics.report(key.place(), Fault.NOT_EXACTLY_ONE, "api-key", "header, query");
        }
    }

    private void checkUrl(YamlValue url) {
        if (!url.isText() || !References.hasOnlySettings(url.mustBeText())) {
            return;
        }
        var resolved = References.resolve(url.mustBeText(), settings);
        if (resolved.isEmpty() || resolved.equals(EndpointReader.SIMULATOR)) {
            return;
        }
        if (!isHttp(resolved)) {
            diagnostics.report(url.place(), Fault.WRONG_FORM, "url", "https://… / simulator");
        } else if (URI.create(resolved).getUserInfo() != null) {
            diagnostics.report(url.place(), Fault.PASSWORD_IN_ADDRESS, "url");
        }
    }

    private static boolean isHttp(String url) {
        try {
            var uri = new URI(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException no) {
            return false;
        }
    }
}
