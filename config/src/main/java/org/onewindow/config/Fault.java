package org.onewindow.config;

import org.onewindow.canonical.Localised;

/**
 * The catalogue of what can be wrong with the tree; the texts stand in {@code diagnostics.en.properties} and
 * {@code diagnostics.zh-CN.properties} under the code.
 */
enum Fault {
    // structure: the file itself
    NOT_YAML("HUB-1001"),
    UNKNOWN_KEY("HUB-1002"),
    MISSING_KEY("HUB-1003"),
    WRONG_TYPE("HUB-1004"),
    NOT_ONE_OF("HUB-1005"),
    WRONG_FORM("HUB-1006"),
    OUT_OF_BOUNDS("HUB-1007"),
    DUPLICATE_KEY("HUB-1008"),
    TAG("HUB-1009"),
    ALIASES("HUB-1010"),
    TOO_LARGE("HUB-1011"),
    TOO_DEEP("HUB-1012"),
    NOT_ONE_DOCUMENT("HUB-1013"),
    UNREADABLE_FILE("HUB-1014"),
    MISSING_FILE("HUB-1015"),
    STRAY_FILE("HUB-1016"),
    NOT_EXACTLY_ONE("HUB-1017"),
    WRONG_API_VERSION("HUB-1018"),
    // meaning: what the files say together
    UNKNOWN_DEPARTMENT("HUB-2001"),
    UNKNOWN_OPERATION("HUB-2002"),
    UNKNOWN_STEP("HUB-2003"),
    CIRCLE("HUB-2004"),
    BAD_EXPRESSION("HUB-2005"),
    UNKNOWN_REASON("HUB-2006"),
    UNKNOWN_ROLE("HUB-2007"),
    WRONG_EFFECT("HUB-2008"),
    MISSING_MAPPING("HUB-2009"),
    MISSING_CONTRACT("HUB-2010"),
    NOT_IN_CONTRACT("HUB-2011"),
    UNREADABLE_CONTRACT("HUB-2012"),
    SECRET_AS_VALUE("HUB-2013"),
    ID_DIFFERS("HUB-2014"),
    QUERY_MISSING("HUB-2015"),
    QUERY_WITHOUT_EFFECT("HUB-2016"),
    NOT_A_SCHEMA("HUB-2017"),
    ABOVE_BOUND("HUB-2018"),
    SETTING_NOT_SET("HUB-2019"),
    REFERENCE_NOT_HERE("HUB-2020"),
    FACTS_OF_UNKNOWN_STEP("HUB-2021"),
    NO_CALLBACKS("HUB-2022"),
    WRONG_TRANSPORT("HUB-2023"),
    POLL_WITHOUT_EVERY("HUB-2024"),
    WRONG_FORMAT("HUB-2025"),
    LESS_THAN("HUB-2026"),
    WRONG_DAY("HUB-2027"),
    UNKNOWN_CHARSET("HUB-2028"),
    EVENT_WITHOUT_SUBJECT("HUB-2029"),
    NO_EVENTS("HUB-2030"),
    FACTS_TOO_EARLY("HUB-2031"),
    KEPT_WITHOUT_KEY("HUB-2032"),
    UNKNOWN_FORM_FIELD("HUB-2033"),
    PASSWORD_IN_ADDRESS("HUB-2034"),
    UNKNOWN_MATTER("HUB-2035"),
    CHANNEL_WITHOUT_MAPPING("HUB-2036"),
    CHANNEL_WITHOUT_SAMPLE("HUB-2037"),
    WRONG_CREDIT_CODE("HUB-2040"),
    SAME_TYPE_CODE("HUB-2041"),
    UNKNOWN_LICENCE_FIELD("HUB-2042"),
    UNKNOWN_LICENCE("HUB-2043"),
    UPLOAD_OF_A_LICENCE("HUB-2044"),
    CIRCULAR_PROOF("HUB-2045"),
    UNKNOWN_MATERIAL("HUB-2046"),
    MATERIAL_IS_A_LICENCE("HUB-2047"),
    DATA_OF_NOBODY("HUB-2048"),
    STORED_THOUGH_ONCE_ONLY("HUB-2049"),
    WAY_TO_NOWHERE("HUB-2050"),
    WATCHED_FIELD_MISSING("HUB-2051"),
    PULL_FROM_NOBODY("HUB-2052"),
    TRUST_OUT_OF_REACH("HUB-2053"),
    COPY_OF_ONLINE_ONLY("HUB-2054"),
    WORD_NOT_ENOUGH("HUB-2055"),
    NEED_NOT_SAID("HUB-2056"),
    NEED_OF_NO_LICENCE("HUB-2057"),
    SECURITY_OF_ANOTHER_FORMAT("HUB-2061"),
    STANDBY_ELSEWHERE("HUB-2062"),
    FILES_NOT_SET("HUB-2063"),
    FOLDER_ASTRAY("HUB-2064"),
    FOLDERS_OVERLAP("HUB-2065");

    private final String code;

    Fault(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    Diagnostic at(Place place, Object... words) {
        return new Diagnostic(
                place.file(),
                place.line(),
                place.column(),
                code,
                text("what", words),
                text("why", words),
                text("write", words));
    }

    private Localised text(String part, Object... words) {
        return FaultTexts.text(code + "." + part, words);
    }
}
