package org.onewindow.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Operation.Pages;
import org.onewindow.connectors.http.HttpAnswer;

/** An answer that comes in pages, put together page by page: the first page's body with the items of all. */
final class Book {

    private static final Pattern NEXT =
            Pattern.compile("<([^<>]{1,2000})>\\s*;[^,<]{0,200}\\brel\\s*=\\s*\"?next\"?(?=[\\s;,]|$)");

    private final Pages pages;
    private final URI base;
    private final List<Object> items = new ArrayList<>();
    private @Nullable Map<?, ?> first;
    private int count;

    /**
     * An empty one.
     *
     * @param base where the department is: no page leads elsewhere
     */
    Book(Pages pages, URI base) {
        this.pages = pages;
        this.base = base;
    }

    /** What else is to be asked for. */
    sealed interface Turn {

        /** This, added to the first page's query. */
        record Query(String parameter) implements Turn {}

        /** Another path, below the base address, and its query. */
        record Address(String path, @Nullable String query) implements Turn {}

        /** Somewhere the hub does not follow. */
        record Astray() implements Turn {}
    }

    int count() {
        return count;
    }

    /** Takes a page in and says where the next one is; empty: it was the last. */
    Optional<Turn> add(HttpAnswer answer, @Nullable Object content) {
        var page = content instanceof Map<?, ?> body ? body : Map.of();
        if (first == null) {
            first = page;
        }
        count++;
        var more = at(page, pages.items()) instanceof List<?> list ? list : List.of();
        items.addAll(more);
        return switch (pages.by()) {
            case LINK -> link(answer.header("link"));
            case CURSOR -> query(at(page, String.valueOf(pages.next())));
            case NUMBER -> more.isEmpty() ? Optional.empty() : query(pages.from() + count);
        };
    }

    private Optional<Turn> query(@Nullable Object value) {
        var text = value == null ? "" : String.valueOf(value);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Turn.Query(pages.parameter() + "=" + URLEncoder.encode(text, UTF_8)));
    }

    private Optional<Turn> link(@Nullable String header) {
        var next = NEXT.matcher(header == null ? "" : header);
        return next.find() ? Optional.of(below(next.group(1))) : Optional.empty();
    }

    private Turn below(String link) {
        try {
            var to = base.resolve(link);
            var path = to.getRawPath();
            var own = base.getRawPath();
            boolean same = base.getScheme().equals(to.getScheme())
                    && base.getRawAuthority().equals(to.getRawAuthority())
                    && path.startsWith(own)
                    && !path.contains("/../");
            return same ? new Turn.Address(path.substring(own.length()), to.getRawQuery()) : new Turn.Astray();
        } catch (IllegalArgumentException noAddress) {
            return new Turn.Astray();
        }
    }

    /** As if it had come in one piece. */
    Map<String, Object> whole() {
        return with(first == null ? Map.of() : first, List.of(pages.items().split("\\.")));
    }

    private Map<String, Object> with(Map<?, ?> body, List<String> path) {
        var copy = new LinkedHashMap<String, Object>();
        body.forEach((name, value) -> copy.put(String.valueOf(name), value));
        var name = path.getFirst();
        var inner = copy.get(name) instanceof Map<?, ?> map ? map : Map.of();
        copy.put(name, path.size() == 1 ? items : with(inner, path.subList(1, path.size())));
        return copy;
    }

    private static @Nullable Object at(Map<?, ?> body, String path) {
        Object value = body;
        for (var name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}
