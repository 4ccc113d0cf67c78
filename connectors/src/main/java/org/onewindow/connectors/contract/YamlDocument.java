package org.onewindow.connectors.contract;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML or JSON document as JSON values that know where they stand; no tags, hardly any aliases, bounded in size and depth. */
final class YamlDocument {

    static final int LARGEST = 3_000_000;
    private static final int MOST_VALUES = 300_000;
    private static final int MOST_ALIASES = 10;
    private static final int DEEPEST = 80;
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ, Tag.MERGE);

    private final String file;
    private final IdentityHashMap<Object, Mark> places = new IdentityHashMap<>();
    private @Nullable Object root;
    private int values;

    private YamlDocument(String file) {
        this.file = file;
    }

    static YamlDocument read(String file, String text) throws BrokenYaml {
        if (text.length() > LARGEST) {
            throw new BrokenYaml(Spot.startOf(file), "larger than " + LARGEST + " characters");
        }
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setAllowDuplicateKeys(false);
        var document = new YamlDocument(file);
        try {
            // in JSON a tab is white space, in YAML an error
            var plain = text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
            var node = new Yaml(options).compose(new StringReader(plain));
            document.root = node == null ? null : document.value(node);
            return document;
        } catch (MarkedYAMLException fault) {
            var mark = fault.getProblemMark();
            throw new BrokenYaml(
                    mark == null ? Spot.startOf(file) : document.spot(mark), String.valueOf(fault.getProblem()));
        } catch (org.yaml.snakeyaml.error.YAMLException fault) {
            throw new BrokenYaml(Spot.startOf(file), String.valueOf(fault.getMessage()));
        }
    }

    @Nullable
    Object root() {
        return root;
    }

    /** Where a map or list stands; the start for what has no place. */
    Spot spot(@Nullable Object value) {
        var mark = places.get(value);
        return mark == null ? Spot.startOf(file) : spot(mark);
    }

    private Spot spot(Mark mark) {
        return new Spot(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private @Nullable Object value(Node node) throws BrokenYaml {
        if (++values > MOST_VALUES) {
            throw new BrokenYaml(spot(node.getStartMark()), "more than " + MOST_VALUES + " values");
        }
        if (!PLAIN.contains(node.getTag())) {
            throw new BrokenYaml(spot(node.getStartMark()), "the tag " + node.getTag() + " is not allowed");
        }
        return switch (node) {
            case ScalarNode scalar -> YamlScalar.value(scalar);
            case SequenceNode sequence -> {
                List<@Nullable Object> list = new ArrayList<>();
                places.put(list, node.getStartMark());
                for (var each : sequence.getValue()) {
                    list.add(value(each));
                }
                yield list;
            }
            case MappingNode mapping -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                places.put(map, node.getStartMark());
                for (var entry : mapping.getValue()) {
                    var key = ((ScalarNode) entry.getKeyNode()).getValue();
                    if (map.containsKey(key)) {
                        throw new BrokenYaml(
                                spot(entry.getKeyNode().getStartMark()), "the key " + key + " stands there twice");
                    }
                    map.put(key, value(entry.getValueNode()));
                }
                yield map;
            }
            default -> throw new BrokenYaml(spot(node.getStartMark()), "no JSON value");
        };
    }
}
