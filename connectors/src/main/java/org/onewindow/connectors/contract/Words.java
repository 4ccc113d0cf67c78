package org.onewindow.connectors.contract;

import org.onewindow.canonical.Localised;

/** Fills the holes {@code {0} {1} …} of a text in both languages. */
final class Words {

    private Words() {}

    static Localised filled(Localised text, Object... words) {
        var chinese = text.zhCN();
        var english = text.en();
        for (int i = 0; i < words.length; i++) {
            var both = words[i] instanceof Localised localised
                    ? localised
                    : new Localised(String.valueOf(words[i]), String.valueOf(words[i]));
            chinese = chinese.replace("{" + i + "}", both.zhCN());
            english = english.replace("{" + i + "}", both.en());
        }
        return new Localised(chinese, english);
    }
}
