package org.onewindow.cases.messages;

import org.jspecify.annotations.Nullable;

/** All steps of an exchange with the same words for the same piece of personal data. */
final class Rewritten {

    private Rewritten() {}

    static Masked.Steps of(Payload payload, PersonalData.Substitute substitute) {
        var plain = Masked.Steps.plain(payload);
        var personal = PersonalData.in(plain.all());
        return new Masked.Steps(
                read(personal, plain.request(), substitute),
                read(personal, plain.sent(), substitute),
                read(personal, plain.heard(), substitute),
                read(personal, plain.reply(), substitute));
    }

    private static @Nullable String read(
            PersonalData personal, @Nullable String text, PersonalData.Substitute substitute) {
        return text == null ? null : personal.read(text, substitute);
    }
}
