package org.onewindow.portal.stores;

import java.util.List;
import org.onewindow.licences.checklist.Frozen;
import org.onewindow.licences.checklist.OneTimeNotices;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.security.Caller;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The checklists of a case as they were told (一次性告知书), for whoever may see the case. */
@RestController
final class OneTimeNoticesController {

    private final OneTimeNotices notices;
    private final Access access;

    OneTimeNoticesController(OneTimeNotices notices, Access access) {
        this.notices = notices;
        this.access = access;
    }

    record Items(List<Frozen> items) {}

    @GetMapping("/v1/cases/{number}/one-time-notices")
    Items of(@PathVariable String number, JwtAuthenticationToken token) {
        return new Items(notices.of(access.read(Caller.of(token), number).number()));
    }
}
