package org.onewindow.connectors.soap;

import java.util.Optional;
import org.onewindow.connectors.contract.CompiledSchemas;
import org.onewindow.connectors.contract.SoapContract;
import org.onewindow.connectors.contract.Verdict;
import org.onewindow.connectors.contract.WsdlDoctor;
import org.w3c.dom.Element;

/** The schemas of a WSDL, to check elements against; there is no checking without them. */
final class WsdlSchemas {

    private final CompiledSchemas schemas;

    private WsdlSchemas(CompiledSchemas schemas) {
        this.schemas = schemas;
    }

    /** @throws IllegalArgumentException the contract cannot be used as it is, and why */
    static WsdlSchemas of(WsdlContract contract) {
        return switch (WsdlDoctor.examine(contract.file())) {
            case Verdict.Usable(SoapContract soap, var notes) -> new WsdlSchemas(soap.schemas());
            case Verdict.Usable other ->
                throw new IllegalStateException("no WSDL: " + other.contract().file());
            case Verdict.Repaired repaired ->
                throw new IllegalArgumentException(repaired.repairs().getFirst().at() + " has to be repaired ("
                        + repaired.repairs().getFirst().what().en() + "): ./hub department refresh does it in a copy");
            case Verdict.Unusable(var faults) ->
                throw new IllegalArgumentException(
                        "the schemas of " + contract.file().getFileName() + " do not hold: " + faults.getFirst());
        };
    }

    /** What breaks the contract in this element; empty: nothing. */
    Optional<String> breach(Element element) {
        return schemas.breach(element);
    }
}
