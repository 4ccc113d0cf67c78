package org.onewindow.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a kind of material that the checks have found good into its typed form. */
final class MaterialTypeReader {

    private MaterialTypeReader() {}

    static MaterialType read(YamlValue file) {
        return new MaterialType(
                file.get("id").mustBeText(),
                Contents.localised(file.get("name")),
                holders(file.get("holders")),
                LicenceType.Sensitivity.valueOf(
                        file.get("sensitivity").mustBeText().toUpperCase(Locale.ROOT)),
                Contents.duration(file.get("kept")),
                Contents.optionalDuration(file.get("valid-for")),
                file.get("once-only").json().asBoolean(),
                file.get("self-made").json().asBoolean(),
                Contents.map(file.get("watched"), Contents::expression),
                verification(file.get("verified-by")),
                Contents.list(file.get("satisfied-by"), MaterialTypeReader::substitute),
                file.get("needs").texts());
    }

    private static LicenceType.Holders holders(YamlValue value) {
        var text = value.text();
        return text == null ? LicenceType.Holders.PERSON : LicenceType.Holders.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static MaterialType.@Nullable Verification verification(YamlValue by) {
        return by.isMissing()
                ? null
                : new MaterialType.Verification(
                        by.get("department").mustBeText(),
                        by.get("operation").mustBeText(),
                        Contents.expression(by.get("holds")));
    }

    private static MaterialType.Substitute substitute(YamlValue other) {
        return new MaterialType.Substitute(
                other.get("type").mustBeText(), Contents.optionalExpression(other.get("when")));
    }
}
