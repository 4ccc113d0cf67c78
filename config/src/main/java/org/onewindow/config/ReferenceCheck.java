package org.onewindow.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the references of a department's descriptor: settings that are set, secrets only by name and only where one is wanted. */
final class ReferenceCheck {

    private static final Set<String> SECRETS =
            Set.of("password", "token", "secret", "key", "certificate", "authorities");
    private static final Set<String> WITH_SETTINGS = Set.of("url", "user", "client", "token-url");
    private static final Set<String> EXPRESSIONS = Set.of("computed", "parts", "happened-when");
    private static final Set<String> CONSTANTS = Set.of("values", "headers", "required-headers", "properties");
    private static final Pattern SOUNDS_SECRET = Pattern.compile("password|passwd|secret|token|apikey|api-key");

    private final String department;
    private final Settings settings;
    private final Diagnostics diagnostics;

    ReferenceCheck(String department, Settings settings, Diagnostics diagnostics) {
        this.department = department;
        this.settings = settings;
        this.diagnostics = diagnostics;
    }

    void check(YamlValue mapping) {
        mapping.entries().forEach((key, value) -> {
            if (CONSTANTS.contains(key)) {
                value.entries().forEach(this::checkConstant);
            } else if (!EXPRESSIONS.contains(key)) {
                checkEntry(key, value);
            }
        });
        mapping.elements().forEach(element -> checkEntry("", element));
    }

    private void checkEntry(String key, YamlValue value) {
        if (!value.isText()) {
            check(value);
        } else if (SECRETS.contains(key)) {
            checkSecret(key, value);
        } else if (WITH_SETTINGS.contains(key)) {
            checkSettings(key, value);
        } else {
            refuseReference(key, value);
        }
    }

    private void checkConstant(String key, YamlValue value) {
        boolean soundsSecret =
                SOUNDS_SECRET.matcher(key.toLowerCase(Locale.ROOT)).find();
        if (value.isText() && soundsSecret) {
            checkSecretIsNone(key, value);
        } else if (value.isText()) {
            refuseReference(key, value);
        } else {
            value.entries().forEach(this::checkConstant);
            value.elements().forEach(element -> checkConstant(key, element));
        }
    }

    private void checkSecretIsNone(String key, YamlValue value) {
        if (References.indexIn(value.mustBeText()) >= 0) {
            refuseReference(key, value);
        } else {
            diagnostics.report(value.place(), Fault.SECRET_AS_VALUE, key, suggestion(key));
        }
    }

    private void checkSecret(String key, YamlValue value) {
        if (References.secret(value.mustBeText()).isPresent()) {
            return;
        }
        if (value.mustBeText().startsWith("${secret:")) {
            diagnostics.report(value.place(), Fault.WRONG_FORM, key, "${secret:" + suggestion(key) + "}");
        } else {
            diagnostics.report(value.place(), Fault.SECRET_AS_VALUE, key, suggestion(key));
        }
    }

    private String suggestion(String key) {
        return department + "/" + key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private void checkSettings(String key, YamlValue value) {
        var text = value.mustBeText();
        if (References.hasOnlySettings(text)) {
            References.resolve(text, settings, name -> diagnostics.report(value.place(), Fault.SETTING_NOT_SET, name));
        } else {
            refuseReference(key, value);
        }
    }

    private void refuseReference(String key, YamlValue value) {
        int index = References.indexIn(value.mustBeText());
        if (index >= 0) {
            diagnostics.report(value.placeAt(index), Fault.REFERENCE_NOT_HERE, key);
        }
    }
}
