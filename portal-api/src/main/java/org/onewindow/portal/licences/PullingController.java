package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.Sensed;
import org.onewindow.licences.Sensing;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.HubRoutes;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holders have the departments asked for what these issued to them; nothing is created but in the store, so no key is needed. */
@RestController
final class PullingController {

    private final Supplier<ConfigurationTree> tree;
    private final HubRoutes routes;
    private final LicenceStore store;
    private final Access access;

    PullingController(Supplier<ConfigurationTree> tree, HubRoutes routes, LicenceStore store, Access access) {
        this.tree = tree;
        this.routes = routes;
        this.store = store;
        this.access = access;
    }

    /** Which type of licence is to be pulled. */
    record Wanted(String type) {}

    @StoreDoor("ask-issuer")
    @PostMapping(path = "/v1/me/licences:pull", consumes = MediaType.APPLICATION_JSON_VALUE)
    Page<SensingController.Existing> pull(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.CASES);
        var person = access.personOf(caller);
        var wanted = Wire.read(http, Wanted.class);
        var now = tree.get();
        var type = now.licences().get(wanted.type());
        if (type == null || type.pull() == null) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/type", "not-pulled"));
        }
        var actor = access.actorOf(caller);
        return switch (routes.issuers().pull(now, type, person, actor, null)) {
            case AWAY -> throw new Refusal(ProblemCode.ISSUER_AWAY).asWritten();
            case KEPT, PARTLY, NONE ->
                switch (store.sensing().look(actor, store.idOf(person), List.of(type.id()), null)) {
                    case Sensing.Answer.Found(List<Sensed> kept) ->
                        new Page<>(kept.stream()
                                .map(SensingController.Existing::of)
                                .toList());
                    case Sensing.Answer.Refused _ -> throw new Refusal(ProblemCode.LICENCE_UNKNOWN).asWritten();
                };
        };
    }
}
