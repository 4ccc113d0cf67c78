package org.onewindow.connectors.contract;

import java.util.List;
import java.util.Map;

/** A WSDL with its schemas. */
public record SoapContract(
        String file,
        List<String> originals,
        Map<String, String> copy,
        List<SoapPort> ports,
        Components components,
        CompiledSchemas schemas)
        implements Contract {}
