package org.onewindow.hub.command.department;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Locale;
import org.onewindow.config.Diagnostic;
import org.onewindow.connectors.contract.Remark;

/** Remarks and faults as JSON. */
record ReportJson(Locale locale) {

    void remarks(ArrayNode array, List<Remark> remarks) {
        remarks.forEach(remark -> array.addObject()
                .put("file", remark.at().file())
                .put("line", remark.at().line())
                .put("column", remark.at().column())
                .put("what", remark.what().in(locale)));
    }

    void faults(ArrayNode array, List<Diagnostic> faults) {
        faults.forEach(fault -> array.addObject()
                .put("file", fault.file())
                .put("line", fault.line())
                .put("column", fault.column())
                .put("code", fault.code())
                .put("what", fault.what().in(locale))
                .put("why", fault.why().in(locale))
                .put("write", fault.write().in(locale)));
    }
}
