package org.onewindow.connectors.contract;

import java.util.List;
import java.util.Map;

/**
 * An OpenAPI document, all references to other files taken in.
 *
 * @param document JSON values
 */
public record RestContract(
        String file,
        List<String> originals,
        Map<String, String> copy,
        Map<String, Object> document,
        List<RestOperation> operations)
        implements Contract {}
