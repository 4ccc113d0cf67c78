package org.onewindow.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Builds the values of one document from the parser's events, and reports what the hub's YAML does not allow. */
final class YamlTree {

    static final int DEEPEST = 24;
    private static final int MOST_ALIASES = 10;

    private final Parser parser;
    private final int[] text;
    private final String file;
    private final Diagnostics diagnostics;
    private final Map<String, YamlValue> anchors = new HashMap<>();
    private int aliases;

    YamlTree(Parser parser, int[] text, String file, Diagnostics diagnostics) {
        this.parser = parser;
        this.text = text;
        this.file = file;
        this.diagnostics = diagnostics;
    }

    Optional<YamlValue> document() {
        parser.getEvent(); // the stream starts
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            diagnostics.report(Place.startOf(file), Fault.NOT_ONE_DOCUMENT, 0);
            return Optional.empty();
        }
        parser.getEvent(); // the document starts
        var value = value(0);
        parser.getEvent(); // and ends
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            diagnostics.report(placeOf(parser.peekEvent().getStartMark()), Fault.NOT_ONE_DOCUMENT, "more than 1");
        }
        return Optional.of(value);
    }

    private YamlValue value(int depth) {
        var event = parser.getEvent();
        var place = placeOf(event.getStartMark());
        if (depth > DEEPEST) {
            throw new TooDeep(place);
        }
        var value =
                switch (event) {
                    case AliasEvent alias -> aliased(alias, place);
                    case ScalarEvent scalar -> scalar(scalar, place);
                    case CollectionStartEvent start
                    when start.is(Event.ID.MappingStart) -> mapping(start, place, depth);
                    case CollectionStartEvent start -> sequence(start, place, depth);
                    default -> throw new IllegalStateException("unexpected " + event);
                };
        if (event instanceof NodeEvent node && node.getAnchor() != null && !(event instanceof AliasEvent)) {
            anchors.put(node.getAnchor(), value);
        }
        return value;
    }

    private YamlValue aliased(AliasEvent alias, Place place) {
        if (++aliases == MOST_ALIASES + 1) {
            diagnostics.report(place, Fault.ALIASES, MOST_ALIASES);
        }
        var value = anchors.get(alias.getAnchor());
        if (value == null) {
            diagnostics.report(place, Fault.NOT_YAML, "alias *" + alias.getAnchor() + " stands for nothing");
        }
        return value == null || aliases > MOST_ALIASES ? nothing(place) : value;
    }

    private YamlValue scalar(ScalarEvent event, Place place) {
        refuseTag(event.getTag(), place);
        var raw = ScalarText.of(event, text);
        return new YamlValue(place, Scalars.toJson(event), raw, new LinkedHashMap<>(), Map.of(), List.of());
    }

    private YamlValue sequence(CollectionStartEvent start, Place place, int depth) {
        refuseTag(start.getTag(), place);
        var elements = new ArrayList<YamlValue>();
        var json = JsonNodeFactory.instance.arrayNode();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            var element = value(depth + 1);
            elements.add(element);
            json.add(element.json());
        }
        parser.getEvent();
        return new YamlValue(place, json, ScalarText.NONE, new LinkedHashMap<>(), Map.of(), elements);
    }

    private YamlValue mapping(CollectionStartEvent start, Place place, int depth) {
        refuseTag(start.getTag(), place);
        var entries = new LinkedHashMap<String, YamlValue>();
        var keys = new HashMap<String, Place>();
        var json = JsonNodeFactory.instance.objectNode();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            var key = value(depth + 1);
            var value = value(depth + 1);
            var name = key.raw().equals(ScalarText.NONE) ? "?" : key.raw().value();
            var first = keys.get(name);
            if (first != null) {
                diagnostics.report(key.place(), Fault.DUPLICATE_KEY, name, first.line());
            } else {
                entries.put(name, value);
                keys.put(name, key.place());
                json.set(name, value.json());
            }
        }
        parser.getEvent();
        return new YamlValue(place, json, ScalarText.NONE, entries, keys, List.of());
    }

    private void refuseTag(@Nullable String tag, Place place) {
        if (tag != null) {
            diagnostics.report(place, Fault.TAG, tag);
        }
    }

    private static YamlValue nothing(Place place) {
        return new YamlValue(
                place,
                JsonNodeFactory.instance.nullNode(),
                ScalarText.NONE,
                new LinkedHashMap<>(),
                Map.of(),
                List.of());
    }

    private Place placeOf(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Nesting that no file of the tree needs. */
    static final class TooDeep extends RuntimeException {
        private final transient Place place;

        TooDeep(Place place) {
            super("nested too deeply", null, false, false);
            this.place = place;
        }

        Place place() {
            return place;
        }
    }
}
