package org.onewindow.connectors.draft;

import org.onewindow.connectors.xml.XmlText;

/** Where the fields of a request come from, in XPath. */
final class XsltPlaces {

    private final Forms forms;

    XsltPlaces(Forms forms) {
        this.forms = forms;
    }

    /** A hole of a text value template; what the contract fixes is written out. */
    String hole(Leaf leaf, String form) {
        var origin = forms.of(leaf);
        return origin instanceof Origin.Fixed(var constant)
                ? XmlText.escaped(constant).replace("{", "{{").replace("}", "}}")
                : "{" + place(leaf, form) + "}";
    }

    String place(Leaf leaf, String form) {
        return switch (forms.of(leaf)) {
            case Origin.Form asked -> form + "?" + asked.key();
            case Origin.Fixed(var constant) -> "'" + XmlText.escaped(constant.replace("'", "''")) + "'";
            case Origin.Known known ->
                switch (known.place()) {
                    case "key", "now", "callbackUrl" -> "$" + known.place();
                    case "today" -> "substring(string($now), 1, 10)";
                    case "birthDate" ->
                        "replace(substring($request?applicant?idNumber, 7, 8), '(....)(..)(..)', '$1-$2-$3')";
                    default -> "$request?" + known.place().replace(".", "?");
                };
        };
    }
}
