package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.Objection;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What holders say is wrong, for the department that issued it; for operators where that is none of the hub's. */
@RestController
final class ObjectionsController {

    private static final int TEXT_MAX = 2_000;

    private final LicenceStore store;
    private final Supplier<ConfigurationTree> tree;
    private final Actors actors;
    private final Access access;

    ObjectionsController(LicenceStore store, Supplier<ConfigurationTree> tree, Actors actors, Access access) {
        this.store = store;
        this.tree = tree;
        this.actors = actors;
        this.access = access;
    }

    @StoreDoor("read-objections")
    @GetMapping("/v1/objections")
    Page<Objection> open(JwtAuthenticationToken token) {
        var caller = staff(token);
        return new Page<>(issuersOf(caller).stream()
                .flatMap(issuer -> store.objections().of(actors.of(caller), issuer).stream())
                .toList());
    }

    /** What was put right, or why it was not: the holder reads it. */
    record Settling(String answer) {}

    @StoreDoor("settle-objection")
    @PostMapping(path = "/v1/objections/{id}:settle", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = staff(token);
        var answer = Wire.read(http, Settling.class).answer();
        if (answer.isBlank() || answer.length() > TEXT_MAX) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/answer", "out-of-bounds"));
        }
        if (issuersOf(caller).stream()
                .noneMatch(issuer -> store.objections().settle(actors.of(caller), issuer, id, answer))) {
            throw new Refusal(ProblemCode.OBJECTION_UNKNOWN);
        }
    }

    private Caller staff(JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        access.require(caller, Role.DEPARTMENT, Role.OPERATOR);
        return caller;
    }

    /** The credit codes under which the caller's department issues; an operator speaks for issuers that the hub is not connected to. */
    private List<String> issuersOf(Caller caller) {
        var departments = new TreeMap<String, Set<String>>();
        for (var type : tree.get().licences().values()) {
            var known = departments.computeIfAbsent(type.issuer().code(), _ -> new TreeSet<>());
            Optional.ofNullable(type.issuer().department()).ifPresent(known::add);
        }
        var own = caller.department();
        return departments.entrySet().stream()
                .filter(issuer -> own != null
                        ? issuer.getValue().contains(own)
                        : caller.is(Role.OPERATOR) && issuer.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
