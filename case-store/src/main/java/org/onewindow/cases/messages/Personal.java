package org.onewindow.cases.messages;

/** What makes a text somebody's. */
enum Personal {
    /** A resident identity number (公民身份号码). */
    RESIDENT_ID,
    /** A unified social credit code (统一社会信用代码). */
    CREDIT_CODE,
    /** The number of a passport or permit. */
    DOCUMENT,
    NAME,
    PHONE,
    ACCOUNT,
    ADDRESS,
    /** Tokens, passwords, signatures: whoever has them is taken for somebody. */
    TOKEN
}
