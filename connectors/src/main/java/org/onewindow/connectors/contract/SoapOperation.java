package org.onewindow.connectors.contract;

import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Diagnostic;

/**
 * One operation of a SOAP port.
 *
 * @param action the SOAPAction; empty: none
 * @param input what is sent; null where the operation is refused
 * @param output what comes back; null where the operation is refused
 * @param faults the elements that a fault's detail may bear
 * @param refusal why it cannot be described; null: it can
 */
public record SoapOperation(
        String name,
        Spot at,
        String action,
        String documentation,
        @Nullable Message input,
        @Nullable Message output,
        List<QName> faults,
        @Nullable Diagnostic refusal) {

    /** A message: the elements of its header, and its body. */
    public record Message(List<QName> headers, Body body) {}

    /** The one element of a message's body. */
    public sealed interface Body {

        QName name();

        /** A declared element (document/literal). */
        record Document(QName name) implements Body {}

        /** The element around the parts (rpc/literal). */
        record Rpc(RpcWrapper wrapper) implements Body {
            @Override
            public QName name() {
                return new QName(wrapper.namespace(), wrapper.name());
            }
        }
    }

    public boolean isRpc() {
        return input != null && input.body() instanceof Body.Rpc;
    }
}
