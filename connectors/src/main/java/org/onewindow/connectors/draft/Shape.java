package org.onewindow.connectors.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.RestOperation;

/** What is asked and answered; an array as a body is an {@code items} of the form. */
record Shape(
        String method,
        String path,
        List<RestOperation.Parameter> places,
        List<Node> parameters,
        @Nullable Node body,
        int status,
        @Nullable Node answer) {}
