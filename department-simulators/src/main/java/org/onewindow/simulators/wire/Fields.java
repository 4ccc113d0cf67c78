package org.onewindow.simulators.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of a JSON object and gathers what is wrong with them; a faulty field reads as empty. */
public final class Fields {

    private final JsonNode node;
    private final String path;
    private final List<Problem.FieldError> errors;

    private Fields(JsonNode node, String path, List<Problem.FieldError> errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    public static Fields of(JsonNode node) {
        var fields = new Fields(node, "", new ArrayList<>());
        if (!node.isObject()) {
            fields.wrong("", "must be an object");
        }
        return fields;
    }

    public List<Problem.FieldError> errors() {
        return List.copyOf(errors);
    }

    public void wrong(String name, String message) {
        errors.add(new Problem.FieldError(path + name, message));
    }

    public String text(String name) {
        var value = node.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            wrong(name, "is required, as text");
            return "";
        }
        return value.asText();
    }

    public Optional<String> optionalText(String name) {
        return node.hasNonNull(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public String oneOf(String name, Set<String> allowed) {
        var value = text(name);
        if (!value.isEmpty() && !allowed.contains(value)) {
            wrong(name, "is none of the allowed values");
        }
        return value;
    }

    /** A whole number above zero. */
    public long positive(String name) {
        var value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() <= 0) {
            wrong(name, "is required, as a whole number above 0");
            return 0;
        }
        return value.asLong();
    }

    public LocalDate date(String name) {
        var value = text(name);
        try {
            return value.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(value);
        } catch (DateTimeException noDate) {
            wrong(name, "is no date");
            return LocalDate.EPOCH;
        }
    }

    /** An absolute http or https address. */
    public URI url(String name) {
        try {
            var url = new URI(text(name));
            if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (URISyntaxException noUrl) {
            // told below
        }
        wrong(name, "is no http address");
        return URI.create("http://127.0.0.1:1/");
    }

    /** The objects of an array that must have at least this many. */
    public List<Fields> list(String name, int min, int max) {
        var value = node.path(name);
        if (!value.isArray() || value.size() < min || value.size() > max) {
            wrong(name, "must be a list of " + min + " to " + max);
            return List.of();
        }
        var items = new ArrayList<Fields>();
        for (int i = 0; i < value.size(); i++) {
            items.add(new Fields(value.get(i), path + name + "[" + i + "].", errors));
        }
        return items;
    }
}
