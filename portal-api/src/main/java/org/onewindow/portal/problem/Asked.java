package org.onewindow.portal.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.onewindow.licences.Refusals.About;

/** What a request wants of the stores, as a door has understood it by now: for what is written down of a refusal. */
public final class Asked {

    private static final String NAME = Asked.class.getName();

    private Asked() {}

    public static void about(HttpServletRequest http, About about) {
        http.setAttribute(NAME, about);
    }

    public static About of(HttpServletRequest http) {
        return http.getAttribute(NAME) instanceof About about ? about : About.NOTHING;
    }
}
