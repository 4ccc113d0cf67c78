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
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says before an application what there is already for its applicant and what must be handed in (材料清单).
 *
 * <p>Of the applicant only: typing somebody else's number must reveal nothing, not even that they have a card.
 */
@RestController
final class ChecklistsController {

    private final Supplier<ConfigurationTree> tree;
    private final Checklists checklists;
    private final ListsForOthers others;
    private final Access access;
    private final ChecklistViews views;
    private final Clock clock;

    ChecklistsController(
            Supplier<ConfigurationTree> tree,
            Checklists checklists,
            ListsForOthers others,
            Access access,
            ChecklistViews views,
            Clock clock) {
        this.tree = tree;
        this.checklists = checklists;
        this.others = others;
        this.access = access;
        this.views = views;
        this.clock = clock;
    }

    @StoreDoor("checklist")
    @PostMapping(path = "/v1/checklists", consumes = MediaType.APPLICATION_JSON_VALUE)
    ChecklistViews.Answer check(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.CASES, Role.WINDOW);
        if (!caller.is(Role.WINDOW)) {
            access.personOf(caller);
        }
        var body = Wire.read(http);
        var presence = Presence.takenFrom(body);
        if (presence.isShown() && !caller.is(Role.WINDOW)) {
            throw new Refusal(ProblemCode.NOT_ALLOWED);
        }
        var request = Requests.of(body, caller);
        var now = tree.get();
        var matter = now.matters().get(request.matter());
        if (matter == null) {
            throw new Refusal(ProblemCode.MATTER_UNKNOWN, FieldError.of("/matter", "matter-unknown"));
        }
        var applicant = access.asNumbered(request.applicant());
        var question = new Question(matter, of(applicant, request), access.actorOf(caller), null, now, clock.instant());
        var list =
                access.isOwn(caller, applicant) ? checklists.check(question) : others.check(caller, question, presence);
        return views.of(list, Languages.of(http));
    }

    /** The parties that are the applicant, so that the roles they named hold; else the applicant without a role. */
    private static ServiceRequest of(Party applicant, ServiceRequest request) {
        var own = request.parties().stream()
                .filter(party -> party.isSameAs(applicant))
                .toList();
        return new ServiceRequest(
                request.matter(),
                request.channel(),
                applicant,
                own.isEmpty() ? List.of(applicant) : own,
                request.form(),
                request.materials());
    }
}
