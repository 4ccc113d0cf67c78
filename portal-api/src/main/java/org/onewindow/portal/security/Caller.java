package org.onewindow.portal.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.portal.wire.Wire;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who calls, by their token: never by what stands in a body.
 *
 * @param client the registered client
 * @param subject the token's subject
 * @param person who they are in law (claims {@code name}, {@code id_type}, {@code id_number}); null: staff or a system
 * @param department the department they speak for; null: none
 */
public record Caller(
        String client, String subject, Set<Role> roles, @Nullable Party person, @Nullable String department) {

    public static Caller of(JwtAuthenticationToken authentication) {
        var token = authentication.getToken();
        var client = Optional.ofNullable(token.getClaimAsString("azp"))
                .or(() -> Optional.ofNullable(token.getClaimAsString("client_id")))
                .orElse(token.getSubject());
        return new Caller(
                client, token.getSubject(), rolesOf(token), personOf(token), token.getClaimAsString("department"));
    }

    /** A client's own system, as a queue or a signature proves it: it vouches for the applicants it brings, as a window does. */
    public static Caller system(String client) {
        return new Caller(client, client, Set.of(Role.WINDOW), null, null);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    private static Set<Role> rolesOf(Jwt token) {
        var named = new HashSet<>(listOf(token, "scope"));
        named.addAll(listOf(token, "roles"));
        return Arrays.stream(Role.values())
                .filter(role -> named.contains(role.scope()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** Some issuers write scopes as a list, some as one text. */
    private static List<String> listOf(Jwt token, String claim) {
        return token.getClaim(claim) instanceof String text
                ? List.of(text.split(" "))
                : Optional.ofNullable(token.getClaimAsStringList(claim)).orElse(List.of());
    }

    private static @Nullable Party personOf(Jwt token) {
        var name = token.getClaimAsString("name");
        var type = token.getClaimAsString("id_type");
        var number = token.getClaimAsString("id_number");
        if (name == null || type == null || number == null) {
            return null;
        }
        var idType = Arrays.stream(IdType.values())
                .filter(one -> Wire.tree(one).asText().equals(type))
                .findFirst()
                .orElse(null);
        if (idType == null) {
            return null;
        }
        var kind = idType == IdType.USCC ? Party.Kind.ORGANISATION : Party.Kind.PERSON;
        return new Party(null, kind, name, idType, number, null, null, null);
    }

    /** Client and roles only. */
    @Override
    public String toString() {
        return "Caller[" + client + ", " + roles + "]";
    }
}
