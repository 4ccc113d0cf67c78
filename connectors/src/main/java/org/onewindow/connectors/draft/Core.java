package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The group of an answer that says something, below those that only wrap it.
 *
 * @param path the groups on the way to it, the outermost of the answer not among them
 */
record Core(List<Group> path, Group group) {

    static Core of(Group answer) {
        var path = new ArrayList<Group>();
        var at = answer;
        while (at.attributes().isEmpty()
                && at.children().size() == 1
                && at.children().getFirst() instanceof Group only
                && !only.occurs().isRepeated()
                && !only.nillable()) {
            path.add(only);
            at = only;
        }
        return new Core(path, at);
    }

    /** The facts of a sample answer; none where a wrapper is missing. */
    Map<String, Object> sample(Facts facts, Presence presence, boolean typed) {
        return path.stream().allMatch(presence::has) ? facts.sample(group, presence, typed) : new LinkedHashMap<>();
    }
}
