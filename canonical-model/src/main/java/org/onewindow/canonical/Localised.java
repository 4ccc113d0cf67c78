package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A text for people, in both languages of the hub. */
public record Localised(@JsonProperty("zh-CN") String zhCN, @JsonProperty("en") String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zhCN;
    }
}
