package org.onewindow.portal.stores;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Matter;
import org.onewindow.licences.Checklist;
import org.onewindow.licences.Checklists;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.cases.Requests;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.text.Words;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says before an application what the stores already have for the caller and what must be handed in (材料清单).
 *
 * <p>Of the caller only: typing somebody else's number must reveal nothing, not even that they have a card.
 */
@RestController
final class ChecklistsController {

    private final Supplier<ConfigurationTree> tree;
    private final Checklists checklists;
    private final Access access;
    private final Words words;

    ChecklistsController(Supplier<ConfigurationTree> tree, Checklists checklists, Access access, Words words) {
        this.tree = tree;
        this.checklists = checklists;
        this.access = access;
        this.words = words;
    }

    /** The whole list. */
    record Answer(String matter, boolean complete, List<Item> items) {}

    /** One material; {@code why} is in the caller's language. */
    record Item(String type, String name, String from, boolean found, String why) {}

    @PostMapping(path = "/v1/checklists", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answer check(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.CASES);
        var person = access.personOf(caller);
        var request = Requests.read(http, caller);
        var matter = tree.get().matters().get(request.matter());
        if (matter == null) {
            throw new Refusal(ProblemCode.MATTER_UNKNOWN, FieldError.of("/matter", "matter-unknown"));
        }
        var list = checklists.check(matter, ofCaller(request, person), access.actorOf(caller));
        var language = Languages.of(http);
        return new Answer(
                matter.code(),
                list.missing().isEmpty(),
                list.entries().stream().map(entry -> item(entry, language)).toList());
    }

    private static ServiceRequest ofCaller(ServiceRequest request, Party person) {
        return new ServiceRequest(
                request.matter(), request.channel(), person, List.of(person), request.form(), request.materials());
    }

    private Item item(Checklist.Entry entry, Locale language) {
        Matter.RequiredMaterial material = entry.material();
        var reference = entry.reference();
        var why =
                switch (material.from()) {
                    case UPLOAD -> reference == null ? "upload-missing" : "upload-found";
                    case LICENCE -> reference == null ? "licence-missing" : "licence-found";
                };
        return new Item(
                material.type(),
                material.name().in(language),
                material.from().name().toLowerCase(Locale.ROOT),
                reference != null,
                words.of("checklist." + why, language));
    }
}
