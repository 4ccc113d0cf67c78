package org.onewindow.connectors.draft;

/** Writes the body of a request mapping in JSONata. */
final class JsonataRequest {

    private final Lines lines;
    private final Forms forms;
    private final boolean typed;

    /** @param typed whether numbers and truths of the contract are such; in XML all is text */
    JsonataRequest(Lines lines, Forms forms, boolean typed) {
        this.lines = lines;
        this.forms = forms;
        this.typed = typed;
    }

    /**
     * Writes one entry of an object.
     *
     * @param key the entry's name with its quotes
     * @param form the path of this level's fields; empty: the item of a loop
     * @param last whether no other entry follows
     */
    void entry(String key, Node node, String form, boolean last) {
        var comma = last ? "" : ",";
        if (node instanceof Leaf leaf) {
            remark(leaf);
            lines.line(key + ": " + leaf(leaf, form) + comma);
        } else if (node instanceof Group group) {
            var path = path(form, group.tag().key());
            boolean asked = forms.depends(group);
            boolean loops = asked && group.occurs().isRepeated();
            boolean maybe = asked && group.occurs().isOptional();
            lines.open(key + ": " + (maybe ? "$exists(" + path + ") ? " : "") + (loops ? "[" + path + "." : "") + "{");
            entries(group, loops ? "" : path);
            lines.close("}" + (loops ? "]" : "") + comma);
        }
    }

    void entries(Group group, String form) {
        var all = new java.util.ArrayList<Node>(group.attributes());
        group.children().stream().filter(this::isWritten).forEach(all::add);
        if (group.text() != null) {
            all.add(group.text());
        }
        for (int i = 0; i < all.size(); i++) {
            var node = all.get(i);
            boolean attribute = node instanceof Leaf leaf && leaf.tag().attribute();
            var name = node == group.text() ? "#text" : (attribute ? "@" : "") + JsonSample.name(node);
            entry(CanonicalSample.quoted(name), node, form, i == all.size() - 1);
        }
    }

    private boolean isWritten(Node node) {
        return !(node instanceof Group group
                && group.occurs().isOptional()
                && group.leaves().isEmpty());
    }

    private void remark(Leaf leaf) {
        if (forms.of(leaf) instanceof Origin.Form asked && !asked.byName()) {
            lines.line("/* TODO "
                    + Todo.of(leaf, asked.key())
                            .replace("*/", "* /")
                            .replace(
                                    "hub:content($request?materials?*[?type = '…'])",
                                    "$content(materials[type = \"…\"])")
                    + " */");
        }
    }

    String leaf(Leaf leaf, String form) {
        return switch (forms.of(leaf)) {
            case Origin.Form asked -> {
                var path = path(form, asked.key());
                boolean repeated = leaf.occurs().isRepeated();
                yield !repeated
                        ? path
                        : leaf.occurs().isOptional() ? "$exists(" + path + ") ? [" + path + "]" : "[" + path + "]";
            }
            case Origin.Fixed fixed ->
                typed && !(JsonValues.of(leaf.type(), fixed.sample()) instanceof String)
                        ? fixed.sample()
                        : CanonicalSample.quoted(fixed.sample());
            case Origin.Known known -> known(known.place());
        };
    }

    private static String known(String place) {
        return switch (place) {
            case "key", "now", "callbackUrl" -> "$" + place;
            case "today" -> "$substring($now, 0, 10)";
            case "birthDate" ->
                "$substring(applicant.idNumber, 6, 4) & \"-\" & $substring(applicant.idNumber, 10, 2) & \"-\""
                        + " & $substring(applicant.idNumber, 12, 2)";
            default -> place;
        };
    }

    static String path(String form, String key) {
        var name = key.matches("[A-Za-z][A-Za-z0-9]*") && !key.matches("and|or|in") ? key : "`" + key + "`";
        return form.isEmpty() ? name : form + "." + name;
    }
}
