package org.onewindow.benchmarks.bench;

/** Whether a hub starts from the JDK's ahead-of-time cache, as {@code HUB_AOT} takes it. */
enum AotCache {
    OFF("off"),
    RECORDED("record"),
    USED("");

    private final String word;

    AotCache(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
