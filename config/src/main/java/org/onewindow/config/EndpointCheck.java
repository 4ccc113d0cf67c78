package org.onewindow.config;

import java.net.URI;
import java.net.URISyntaxException;

/** Checks where and how a department is reached. */
final class EndpointCheck {

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
        if (endpoint.has("url") == endpoint.has("queue")) {
            diagnostics.report(endpoint.place(), Fault.NOT_EXACTLY_ONE, "endpoint", "url, queue");
            return;
        }
        var format = folder.file().get("format");
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
        var oauth = endpoint.get("security").get("oauth2-client");
        checkUrl(oauth.get("token-url"));
        if (!oauth.isMissing() && !oauth.has("token-url") && folder.contract().tokenUrl() == null) {
            diagnostics.report(
                    endpoint.get("security").placeOf("oauth2-client"), Fault.MISSING_KEY, "token-url", "oauth2-client");
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
