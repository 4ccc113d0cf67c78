package org.onewindow.cases;

import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.EffectKey;

/** Which acts share a key: all retries of one, and nothing else. */
public final class EffectKeys {

    private EffectKeys() {}

    /** The key of an act of a step: {@code transfer}, {@code transfer/undo}, {@code transfer/supplement}. */
    public static EffectKey of(CaseNumber number, String stepKey, Purpose about, int revision) {
        return EffectKey.of(number, about == Purpose.ACT ? stepKey : stepKey + "/" + about.code(), revision);
    }
}
