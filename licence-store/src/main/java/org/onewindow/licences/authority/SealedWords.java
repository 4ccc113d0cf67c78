package org.onewindow.licences.authority;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people say about their licences and what they are answered, sealed for them. */
final class SealedWords {

    private final byte[] text;
    private final byte[] key;

    SealedWords(byte[] text, byte[] key) {
        this.text = text.clone();
        this.key = key.clone();
    }

    static SealedWords of(HolderKeys keys, JdbcClient sql, String label, String words, HolderId holder) {
        var sealed = keys.seal(sql, label, words.getBytes(StandardCharsets.UTF_8), List.of(holder));
        return new SealedWords(sealed.content(), sealed.wrappedKeys()[0]);
    }

    byte[] text() {
        return text.clone();
    }

    byte[] key() {
        return key.clone();
    }

    /**
     * The words.
     *
     * @param holder for whom they were sealed
     * @param wrapped that holder's key, as the table has it
     */
    String open(HolderKeys keys, String label, byte[] holder, byte[] wrapped) {
        var id = new HolderId(HexFormat.of().formatHex(holder));
        return new String(keys.open(label, id, wrapped, key, text), StandardCharsets.UTF_8);
    }
}
