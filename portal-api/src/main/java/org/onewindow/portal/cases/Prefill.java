package org.onewindow.portal.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.cases.CaseJson;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.Matter;
import org.onewindow.licences.Licence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a matter's form can be filled in with, from what the hub has of its applicant (零重复填报).
 *
 * @param licences their own, the newest first
 * @param cases that they applied for, the newest first
 */
record Prefill(List<Licence> licences, List<CaseSnapshot> cases) {

    private static final Logger LOG = LoggerFactory.getLogger(Prefill.class);

    /** By field; one that nothing is known for is left out. */
    Map<String, Object> of(Matter matter) {
        var input = Map.of(
                "licences", licences.stream().map(Prefill::licence).toList(),
                "cases", cases.stream().map(Prefill::application).toList());
        var form = new LinkedHashMap<String, Object>();
        matter.prefill().forEach((field, expression) -> {
            try {
                var value = expression.evaluate(input);
                if (value != null) {
                    form.put(field, value);
                }
            } catch (ExpressionFailed failed) {
                LOG.warn("prefill: {} of matter {} ended in an error; the field is left empty", field, matter.code());
            }
        });
        return form;
    }

    private static Map<String, Object> licence(Licence licence) {
        return Map.of(
                "type", licence.type(),
                "number", licence.number(),
                "state", licence.status().code(),
                "issuedOn", licence.issuedOn().toString());
    }

    private static Map<String, Object> application(CaseSnapshot found) {
        return Map.of(
                "matter", found.matter().code(),
                "state", found.state().code(),
                "form", CaseJson.values(found.request().form()));
    }
}
