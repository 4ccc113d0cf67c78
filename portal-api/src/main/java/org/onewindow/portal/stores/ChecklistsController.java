package org.onewindow.portal.stores;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.licences.checklist.Checklists;
import org.onewindow.licences.checklist.Question;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.cases.Requests;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.text.Languages;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says before an application what there is already for the caller and what must be handed in (材料清单).
 *
 * <p>Of the caller only: typing somebody else's number must reveal nothing, not even that they have a card.
 */
@RestController
final class ChecklistsController {

    private final Supplier<ConfigurationTree> tree;
    private final Checklists checklists;
    private final Access access;
    private final ChecklistViews views;
    private final Clock clock;

    ChecklistsController(
            Supplier<ConfigurationTree> tree, Checklists checklists, Access access, ChecklistViews views, Clock clock) {
        this.tree = tree;
        this.checklists = checklists;
        this.access = access;
        this.views = views;
        this.clock = clock;
    }

    @PostMapping(path = "/v1/checklists", consumes = MediaType.APPLICATION_JSON_VALUE)
    ChecklistViews.Answer check(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.CASES);
        var person = access.personOf(caller);
        var request = Requests.read(http, caller);
        var now = tree.get();
        var matter = now.matters().get(request.matter());
        if (matter == null) {
            throw new Refusal(ProblemCode.MATTER_UNKNOWN, FieldError.of("/matter", "matter-unknown"));
        }
        var question =
                new Question(matter, ofCaller(request, person), access.actorOf(caller), null, now, clock.instant());
        return views.of(checklists.check(question), Languages.of(http));
    }

    /** The parties that are the caller, so that the roles they named hold; else the caller without a role. */
    private static ServiceRequest ofCaller(ServiceRequest request, Party person) {
        var own = request.parties().stream()
                .filter(party -> party.isSameAs(person))
                .toList();
        return new ServiceRequest(
                request.matter(),
                request.channel(),
                person,
                own.isEmpty() ? List.of(person) : own,
                request.form(),
                request.materials());
    }
}
