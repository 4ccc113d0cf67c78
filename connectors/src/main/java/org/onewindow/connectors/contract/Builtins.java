package org.onewindow.connectors.contract;

import java.util.Optional;
import java.util.Set;

/** The types that XML Schema itself brings. */
public final class Builtins {

    private static final Set<String> TYPES = Set.of(
            "anyType",
            "anySimpleType",
            "string",
            "normalizedString",
            "token",
            "language",
            "Name",
            "NCName",
            "NMTOKEN",
            "NMTOKENS",
            "ID",
            "IDREF",
            "IDREFS",
            "ENTITY",
            "ENTITIES",
            "QName",
            "NOTATION",
            "anyURI",
            "boolean",
            "base64Binary",
            "hexBinary",
            "float",
            "double",
            "decimal",
            "integer",
            "nonPositiveInteger",
            "negativeInteger",
            "nonNegativeInteger",
            "positiveInteger",
            "long",
            "int",
            "short",
            "byte",
            "unsignedLong",
            "unsignedInt",
            "unsignedShort",
            "unsignedByte",
            "duration",
            "dateTime",
            "date",
            "time",
            "gYear",
            "gYearMonth",
            "gMonth",
            "gMonthDay",
            "gDay");

    private Builtins() {}

    public static boolean has(String name) {
        return TYPES.contains(name);
    }

    /** The type that is meant by a name in the wrong case. */
    static Optional<String> meant(String name) {
        return TYPES.stream().filter(type -> type.equalsIgnoreCase(name)).findFirst();
    }
}
