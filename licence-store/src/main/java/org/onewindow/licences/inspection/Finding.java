package org.onewindow.licences.inspection;

/** What an inspection found. */
public sealed interface Finding {

    /**
     * It may be kept.
     *
     * @param contentType what it is
     */
    record Sound(String contentType) implements Finding {}

    /**
     * It may not.
     *
     * @param why for people, without anything the file says
     */
    record Refused(Refusal reason, String why) implements Finding {}

    /** The scanner could not be asked: nothing may be kept now, the sender may come again. */
    record ScannerAway(String why) implements Finding {}
}
