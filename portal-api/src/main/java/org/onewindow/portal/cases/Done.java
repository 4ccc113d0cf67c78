package org.onewindow.portal.cases;

import java.net.URI;
import java.util.Map;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.portal.wire.RequestHeaders;
import org.springframework.http.ResponseEntity;

/** What became of it; the case itself says where it stands now. */
record Done(String number, Map<String, CaseView.Link> _links) {

    static ResponseEntity<Done> answer(int status, CaseSnapshot found, boolean replayed) {
        var self = "/v1/cases/" + found.number();
        var answer = ResponseEntity.status(status).location(URI.create(self));
        if (replayed) {
            answer.header(RequestHeaders.REPLAYED, "true");
        }
        return answer.body(new Done(found.number().text(), Map.of("case", new CaseView.Link(self))));
    }
}
