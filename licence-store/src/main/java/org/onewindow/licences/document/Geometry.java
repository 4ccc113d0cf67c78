package org.onewindow.licences.document;

/** Where things stand on a sheet, in millimetres from its top left corner: A5 across. */
final class Geometry {

    static final double WIDTH = 210;
    static final double HEIGHT = 148;
    static final double LEFT = 20;
    static final double TITLE_TOP = 12;
    static final double TITLE_SIZE = 8;
    static final double ROWS_TOP = 30;
    static final double ROW_HEIGHT = 6;
    static final double SIZE = 3.6;
    static final double SMALL = 2.8;
    static final double VALUE_LEFT = 65;
    static final double FOOT_TOP = 134;
    static final double SEAL_LEFT = 155;
    static final double SEAL_TOP = 95;
    static final double SEAL_SIZE = 38;
    static final double NOTE_TOP = 126;

    private Geometry() {}
}
