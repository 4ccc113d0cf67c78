package org.onewindow.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a licence type that the checks have found good into its typed form. */
final class LicenceTypeReader {

    private LicenceTypeReader() {}

    static LicenceType read(YamlValue file, String fieldSchema) {
        var issuer = file.get("issuer");
        return new LicenceType(
                file.get("id").mustBeText(),
                file.get("code").mustBeText(),
                Contents.localised(file.get("name")),
                new LicenceType.Issuer(
                        Contents.localised(issuer.get("name")),
                        issuer.get("code").mustBeText(),
                        issuer.get("department").text()),
                LicenceType.Holders.valueOf(word(file.get("holders"))),
                validity(file.get("lasts").mustBeText()),
                LicenceType.Sensitivity.valueOf(word(file.get("sensitivity"))),
                file.get("online-only").json().asBoolean(),
                pull(file.get("pull")),
                Contents.optionalDuration(file.get("known-for")),
                fieldSchema,
                file.get("personal").texts());
    }

    private static LicenceType.@Nullable Pull pull(YamlValue pull) {
        return pull.isMissing()
                ? null
                : new LicenceType.Pull(
                        pull.get("locate").mustBeText(), pull.get("fetch").mustBeText());
    }

    private static LicenceType.Validity validity(String lasts) {
        return switch (lasts) {
            case "unlimited" -> new LicenceType.Validity.Unlimited();
            case "stated" -> new LicenceType.Validity.Stated();
            default -> new LicenceType.Validity.Years(Integer.parseInt(lasts.substring(0, lasts.length() - 1)));
        };
    }

    private static String word(YamlValue value) {
        return value.mustBeText().toUpperCase(Locale.ROOT);
    }
}
