package org.onewindow.simulators.tax;

import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.Xml;

/** What the tax bureau answers: a result, or its declared fault. */
sealed interface TaxReply {

    Answer answer();

    /** The code of a fault, or {@code done}. */
    String outcome();

    /** A result element of the contract. */
    record Done(String xml) implements TaxReply {

        @Override
        public Answer answer() {
            return Answer.xml(200, Soap.envelope(xml));
        }

        @Override
        public String outcome() {
            return "done";
        }
    }

    /** {@code TX4xxx}: the request is wrong or the law says no; {@code TX5xxx}: nothing was done, try again. */
    record Fault(String code, String message) implements TaxReply {

        boolean isRetryable() {
            return code.startsWith("TX5");
        }

        @Override
        public Answer answer() {
            return Answer.xml(
                    500,
                    Soap.envelope(
                            """
                            <soap:Fault><faultcode>soap:%s</faultcode><faultstring>%s</faultstring><detail>\
                            <c:TaxFault xmlns:c="urn:city:tax:common:v1"><c:code>%s</c:code>\
                            <c:message>%s</c:message><c:retryable>%s</c:retryable></c:TaxFault></detail></soap:Fault>"""
                                    .formatted(
                                            isRetryable() ? "Server" : "Client",
                                            Xml.escape(message),
                                            code,
                                            Xml.escape(message),
                                            isRetryable())));
        }

        @Override
        public String outcome() {
            return code;
        }
    }
}
