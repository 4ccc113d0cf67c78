package org.onewindow.licences.keys;

import static java.util.Comparator.comparing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A key of each person's own, kept wrapped by the hub's master key; whatever the stores keep of them is sealed under it. Erasure is the
 * destruction of this key. Stateless, for many threads: nothing is remembered, so a destroyed key is gone at once.
 */
public final class HolderKeys {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.US_ASCII);

    private final byte[] master;
    private final Clock clock;

    /** With the hub's master key, 32 bytes. */
    public HolderKeys(byte[] master, Clock clock) {
        if (master.length != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException("the master key has " + AesGcm.KEY_BYTES + " bytes");
        }
        this.master = master.clone();
        this.clock = clock;
    }

    /**
     * Seals bytes so that each of these people's keys opens them; keys are made where they are missing, in the caller's transaction, and in
     * one order for all: two that seal for the same people at once never wait for each other crosswise.
     *
     * @param label what it is, such as {@code licence/lic_…/1}; it opens under this label only
     */
    public Sealed seal(JdbcClient sql, String label, byte[] plain, List<HolderId> holders) {
        var key = AesGcm.newKey();
        var distinct = holders.stream().distinct().toList();
        var wrapped = new HashMap<HolderId, byte[]>();
        distinct.stream()
                .sorted(comparing(HolderId::hex))
                .forEach(holder ->
                        wrapped.put(holder, AesGcm.seal(keyOf(sql, holder), key, label + '/' + holder.hex())));
        return new Sealed(
                AesGcm.seal(key, plain, label),
                distinct,
                distinct.stream().map(wrapped::get).toList());
    }

    /**
     * Opens what was sealed.
     *
     * @param holder by whose key
     * @param holderKey that key, as the table has it
     * @param key the content's own key, wrapped for this holder
     */
    public byte[] open(String label, HolderId holder, byte[] holderKey, byte[] key, byte[] content) {
        return AesGcm.open(AesGcm.open(unwrapped(holder, holderKey), key, label + '/' + holder.hex()), content, label);
    }

    /** A content's key, for this holder to unwrap; the holder's own is made where it is missing, in the caller's transaction. */
    public byte[] wrap(JdbcClient sql, String label, ContentKey key, HolderId holder) {
        return AesGcm.seal(keyOf(sql, holder), key.bytes(), label + '/' + holder.hex());
    }

    /**
     * The key that was wrapped for this holder.
     *
     * @param holderKey the holder's own, as the table has it
     */
    public ContentKey unwrap(String label, HolderId holder, byte[] holderKey, byte[] wrapped) {
        return new ContentKey(AesGcm.open(unwrapped(holder, holderKey), wrapped, label + '/' + holder.hex()));
    }

    /** By what a holder's own content is known again, given its SHA-256: without their key nobody can try what they have. */
    public byte[] mac(JdbcClient sql, HolderId holder, byte[] digest) {
        return Hmac.sha256(Hmac.sha256(keyOf(sql, holder), CONTENT), digest);
    }

    /** Those of them whose key was destroyed, as it is now: one may be destroyed a moment later, and then nothing is sealed. */
    public Set<HolderId> erased(JdbcClient sql, List<HolderId> holders) {
        return Set.copyOf(sql.sql("select holder from lic.holder_key where holder = any (?) and wrapped is null")
                .param(holders.stream().map(HolderId::bytes).toArray(byte[][]::new))
                .query((row, _) -> new HolderId(HexFormat.of().formatHex(row.getBytes("holder"))))
                .list());
    }

    private byte[] keyOf(JdbcClient sql, HolderId holder) {
        sql.sql("insert into lic.holder_key (holder, wrapped, made_at) values (?, ?, ?) on conflict do nothing")
                .params(
                        holder.bytes(),
                        AesGcm.seal(master, AesGcm.newKey(), label(holder)),
                        OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .update();
        return sql.sql("select wrapped from lic.holder_key where holder = ? and wrapped is not null")
                .param(holder.bytes())
                .query((row, _) -> row.getBytes("wrapped"))
                .optional()
                .map(kept -> unwrapped(holder, kept))
                .orElseThrow(Erased::new);
    }

    private byte[] unwrapped(HolderId holder, byte[] wrapped) {
        return AesGcm.open(master, wrapped, label(holder));
    }

    private static String label(HolderId holder) {
        return "holder/" + holder.hex();
    }
}
