package org.onewindow.cases;

import java.util.Map;

/**
 * Why a case or a step is where it is, in a code that the portal turns into plain words.
 *
 * @param code such as {@code department-unavailable} or {@code held:title-pledged}
 * @param details what the words need; never an identity number, a name or a phone number
 */
public record Why(String code, NextActor nextActor, Map<String, String> details) {

    public Why {
        details = Map.copyOf(details);
    }

    public static Why of(String code, NextActor nextActor) {
        return new Why(code, nextActor, Map.of());
    }

    public static Why of(String code, NextActor nextActor, String name, String value) {
        return new Why(code, nextActor, Map.of(name, value));
    }
}
