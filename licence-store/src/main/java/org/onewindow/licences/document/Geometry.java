package org.onewindow.licences.document;

/** Where things stand on a page, in millimetres from its top left corner: A5 across. */
final class Geometry {

    static final double WIDTH = 210;
    static final double HEIGHT = 148;
    static final double LEFT = 20;
    static final double TITLE_TOP = 12;
    static final double TITLE_SIZE = 8;
    static final double ROWS_TOP = 30;
    /** Beyond it stand the notes, the issuer and the identifier. */
    static final double ROWS_END = 114;

    static final double LINE_HEIGHT = 5;
    static final double ROW_GAP = 1;
    static final double SIZE = 3.6;
    static final double SMALL = 2.8;
    static final double VALUE_LEFT = 65;
    static final double LABEL_WIDTH = 43;
    /** Left of the seal and the code. */
    static final double VALUE_WIDTH = 86;

    static final double FOOT_WIDTH = 170;
    static final double FOOT_TOP = 134;
    static final double NOTE_TOP = 124;
    static final double PAGE_LEFT = 182;
    static final double SEAL_LEFT = 155;
    static final double SEAL_TOP = 82;
    static final double SEAL_SIZE = 38;
    static final double CODE_LEFT = 168;
    static final double CODE_TOP = 8;
    static final double CODE_SIZE = 28;
    static final double ACROSS_SIZE = 5;
    static final double ACROSS_WIDTH = 140;
    static final double ACROSS_HEIGHT = 8;
    /** To the right and up. */
    static final double ACROSS_DEGREES = 25;

    private Geometry() {}
}
