package org.onewindow.portal.configuration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.store.Revisions;
import org.onewindow.config.Serving;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.configuration.Adoption;
import org.onewindow.routes.configuration.ConfigurationDesk;
import org.onewindow.routes.configuration.ConfigurationDesk.By;
import org.onewindow.routes.configuration.Succession;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole configuration: what serves, what served, and another one in its place. */
@RestController
@RequestMapping("/v1/admin/configuration")
final class ConfigurationController {

    private final ConfigurationDesk desk;
    private final Succession succession;
    private final Adoption.Begun begun;
    private final Serving serving;
    private final AppliedAnswers answers;
    private final Access access;

    ConfigurationController(
            ConfigurationDesk desk,
            Succession succession,
            Adoption.Begun begun,
            Serving serving,
            AppliedAnswers answers,
            Access access) {
        this.desk = desk;
        this.succession = succession;
        this.begun = begun;
        this.serving = serving;
        this.answers = answers;
        this.access = access;
    }

    /** Back to a revision; null: to the one before. */
    record Rollback(@Nullable String revision, @Nullable String note) {}

    /** What would change, by file: {@code added}, {@code changed} or {@code removed}. */
    record Difference(String revision, List<FileChange> files) {}

    record FileChange(String file, String change) {}

    @GetMapping
    ConfigurationStatus status(HttpServletRequest http, JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR);
        return ConfigurationStatus.of(succession, serving.get(), begun, Languages.of(http));
    }

    @GetMapping("/history")
    Page<Revisions.Change> history(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "20") int limit,
            JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR);
        return new Page<>(desk.history(department, limit));
    }

    /** The files as they are stored: of what serves, or of a revision that served. */
    @GetMapping(path = "/files", produces = Packs.ZIP)
    byte[] files(@RequestParam(required = false) @Nullable String revision, JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR);
        return desk.files(revision)
                .orElseThrow(() -> new Refusal(ProblemCode.REVISION_UNKNOWN))
                .zip();
    }

    @PutMapping(consumes = Packs.ZIP)
    ResponseEntity<Object> apply(
            @RequestParam(defaultValue = "") String note, HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        var by = by(token, note);
        return answers.of(desk.apply(Packs.tree(http), by), http);
    }

    @PostMapping(path = "/diff", consumes = Packs.ZIP)
    Difference diff(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        access.require(Caller.of(token), Role.OPERATOR);
        var serves = desk.files(null).orElseThrow();
        var changes = serves.changesTo(Packs.tree(http));
        return new Difference(
                serves.revision(),
                changes.entrySet().stream()
                        .map(change -> new FileChange(
                                change.getKey(), change.getValue().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    @PostMapping(path = "/rollback", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> rollback(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var wanted = Wire.read(http, Rollback.class);
        var by = by(token, wanted.note() == null ? "" : wanted.note());
        return answers.of(desk.rollBack(wanted.revision(), by), http);
    }

    private By by(JwtAuthenticationToken token, String note) {
        var caller = Caller.of(token);
        access.require(caller, Role.OPERATOR);
        return Notes.by(caller, note);
    }
}
