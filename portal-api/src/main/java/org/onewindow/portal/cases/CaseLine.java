package org.onewindow.portal.cases;

import java.time.Instant;
import java.util.Map;

/** A case in a list. */
record CaseLine(
        String number,
        String matter,
        String name,
        String stage,
        State state,
        Instant receivedAt,
        Map<String, CaseView.Link> _links) {}
