package org.onewindow.portal.soap;

import java.util.List;
import java.util.Locale;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Problems;
import org.onewindow.portal.problem.TraceIds;
import org.springframework.stereotype.Component;

/** Problems as the WSDL's faults: the same codes and words as over HTTP. */
@Component
final class SoapFaults {

    private final Problems problems;

    SoapFaults(Problems problems) {
        this.problems = problems;
    }

    SoapFault of(ProblemCode code, List<FieldError> errors, Locale language) {
        var problem = problems.problem(code, errors, language, TraceIds.fresh());
        var soap = Soap11.getInstance();
        var fault = new SoapFault(problem.title(), problem.status() < 500 ? soap.getSender() : soap.getReceiver());
        var detail = fault.getOrCreateDetail();
        var root = detail.getOwnerDocument().createElementNS(OneWindowEndpoint.NAMESPACE, "problem");
        detail.appendChild(root);
        SoapAnswers.add(root, "type", problem.type());
        SoapAnswers.add(root, "title", problem.title());
        SoapAnswers.add(root, "status", Integer.toString(problem.status()));
        SoapAnswers.add(root, "detail", problem.detail());
        SoapAnswers.add(root, "code", problem.code());
        for (var item : problem.errors()) {
            var error = SoapAnswers.add(root, "error", item.detail());
            error.setAttribute("pointer", item.pointer());
            error.setAttribute("code", item.code());
        }
        SoapAnswers.add(root, "traceId", problem.traceId());
        return fault;
    }
}
