package org.onewindow.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the steps of a case brought, as mappings and conditions see it. */
final class Facts {

    private Facts() {}

    static Map<String, Object> of(Collection<StepSnapshot> steps) {
        var all = new LinkedHashMap<String, Object>();
        for (var step : steps) {
            if (step.index() != null) {
                elements(all, step.step()).add(element(step));
            } else if (!step.facts().isEmpty()) {
                all.put(step.step(), step.facts());
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked") // the lists are put there by this method alone
    private static List<Object> elements(Map<String, Object> all, String step) {
        return (List<Object>) all.computeIfAbsent(step, _ -> new ArrayList<>());
    }

    private static Map<String, Object> element(StepSnapshot step) {
        var element = new LinkedHashMap<String, Object>();
        if (step.item() != null) {
            element.put("item", step.item());
        }
        element.putAll(step.facts());
        return element;
    }
}
