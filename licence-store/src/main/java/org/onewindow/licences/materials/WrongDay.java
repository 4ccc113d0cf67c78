package org.onewindow.licences.materials;

import java.time.LocalDate;
import java.util.Optional;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.MaterialReference;

/**
 * What is wrong with the last day that somebody tells of a paper.
 *
 * @param code stable, for programs
 */
public record WrongDay(String code, Localised text) {

    /** Its day is known, or nothing is handed in whose day it could be. */
    private static final WrongDay NOT_OF_AN_UPLOAD = new WrongDay(
            "not-of-an-upload", new Localised("只有新上传的材料可以填写有效期", "Only of what is uploaded now a last day is told"));

    private static final WrongDay OVER = new WrongDay(
            "over-already", new Localised("材料已过有效期，请提交有效的材料", "It is not good any more; hand in one that is"));

    private static final WrongDay TOO_FAR =
            new WrongDay("out-of-bounds", new Localised("有效期超出允许范围", "This is outside of what is allowed"));

    /** Nobody's paper lasts longer; a later year is a slip of the hand. */
    private static final int YEARS = 100;

    static Optional<WrongDay> of(MaterialReference given, LocalDate today) {
        var last = given.lastDay();
        if (last == null) {
            return Optional.empty();
        }
        if (given.upload() == null) {
            return Optional.of(NOT_OF_AN_UPLOAD);
        }
        if (last.isBefore(today)) {
            return Optional.of(OVER);
        }
        return last.isAfter(today.plusYears(YEARS)) ? Optional.of(TOO_FAR) : Optional.empty();
    }
}
