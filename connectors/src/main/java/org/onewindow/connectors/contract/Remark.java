package org.onewindow.connectors.contract;

import org.onewindow.canonical.Localised;

/** Something that was done to a contract's copy, or that people should know of it. */
public record Remark(Spot at, Localised what) {

    static Remark of(Spot at, Treatment treatment, Object... words) {
        return new Remark(at, treatment.of(words));
    }
}
