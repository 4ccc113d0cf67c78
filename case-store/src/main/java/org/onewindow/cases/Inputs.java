package org.onewindow.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.MaterialReference;

/** What conditions and mappings see of a case. */
final class Inputs {

    private Inputs() {}

    /** The case as a department may be asked about it. */
    static DepartmentRequest request(CaseSnapshot snapshot, @Nullable Object item) {
        var request = snapshot.request();
        return new DepartmentRequest(
                new DepartmentRequest.CaseFacts(
                        snapshot.number(), request.matter(), request.channel(), snapshot.receivedAt()),
                request.applicant(),
                request.parties(),
                request.form(),
                snapshot.facts(),
                sent(snapshot),
                item);
    }

    /** No copy of a licence goes where the matter does not need the document. */
    private static List<MaterialReference> sent(CaseSnapshot snapshot) {
        return snapshot.request().materials().stream()
                .filter(one -> one.licence() == null || snapshot.matter().sendsCopiesOf(one.type()))
                .toList();
    }

    /** The same as JSON values, for an expression. */
    static Map<String, Object> of(CaseSnapshot snapshot, @Nullable Object item) {
        return CaseJson.values(request(snapshot, item));
    }

    /** The item of a call: the step's own when it acts, else what the call is about. */
    static @Nullable Object item(CaseSnapshot snapshot, StepSnapshot step, Purpose purpose) {
        if (purpose == Purpose.ACT) {
            return step.item();
        }
        var item = new LinkedHashMap<String, Object>();
        item.put("step", step.step());
        item.put("purpose", purpose.code());
        item.put("about", step.calls().about().code());
        item.put("materials", handedIn(snapshot, step));
        if (step.index() != null && step.item() != null) {
            item.put("item", step.item());
            item.put("facts", step.facts());
        }
        return item;
    }

    private static List<Map<String, Object>> handedIn(CaseSnapshot snapshot, StepSnapshot step) {
        return snapshot.supplements().stream()
                .filter(supplement -> step.key().equals(supplement.stepKey()) && !supplement.isOpen())
                .reduce((_, last) -> last)
                .map(last -> last.materials().stream().map(CaseJson::values).toList())
                .orElse(List.of());
    }
}
