package org.onewindow.licences.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.Ending;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.keys.Erased;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds wherever the sealed pieces lie; a forger is somebody who can write there. */
abstract class BlobStoreContract {

    static final int MIB = 1 << 20;

    final BlobStore blobs;
    final Forger forger;
    final Somebody zhang = Somebody.arrives();
    final Somebody wang = Somebody.arrives();
    final JdbcClient owner = JdbcClient.create(TestStore.OWNER);

    BlobStoreContract(BlobStore blobs, Forger forger) {
        this.blobs = blobs;
        this.forger = forger;
    }

    /** Changes pieces behind the hub's back. */
    interface Forger {

        byte[] piece(String object, int no);

        void put(String object, int no, byte[] piece);

        void remove(String object, int no);

        int pieces(String object);
    }

    @Test
    void keepsTheSameBytesOfOneKeeperOnceAndThoseOfTwoApart() throws IOException {
        var bytes = bytes(MIB + 1);

        var first = put(zhang.id(), bytes);
        var again = put(zhang.id(), bytes);
        var others = put(wang.id(), bytes);

        assertThat(objectOf(again)).isEqualTo(objectOf(first)).isNotEqualTo(objectOf(others));
        assertThat(owner.sql("select content_mac from blob.object where id in (?, ?)")
                        .params(objectOf(first), objectOf(others))
                        .query(byte[].class)
                        .list())
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(objectsOf(zhang.id())).isEqualTo(1);
    }

    @Test
    void lettingGoOfOneNameLeavesTheOther() throws IOException {
        var bytes = bytes(10);
        var first = put(zhang.id(), bytes);
        var second = put(zhang.id(), bytes);

        assertThat(blobs.drop(first, zhang.id())).isFalse();

        assertThatThrownBy(() -> blobs.open(first)).isInstanceOf(Forgotten.class);
        assertThat(blobs.open(second)).hasBinaryContent(bytes);
    }

    @Test
    void refusesABitThatSomebodyChanged() throws IOException {
        refusesOnceForged(2 * MIB + 100, (object, _) -> {
            var piece = forger.piece(object, 1);
            piece[100_000] ^= 1;
            forger.put(object, 1, piece);
        });
    }

    @Test
    void erasingOneKeeperLeavesItToTheOthersOnly() throws IOException {
        var bytes = bytes(50);
        var shared = put(zhang.id(), bytes);
        var own = put(zhang.id(), bytes(51));
        blobs.share(shared, wang.id());

        erase(zhang);

        assertThat(blobs.open(shared)).hasBinaryContent(bytes);
        assertThatThrownBy(() -> blobs.open(own)).isInstanceOf(Forgotten.class);
        assertThatThrownBy(() -> put(zhang.id(), bytes)).isInstanceOf(Erased.class);
        erase(wang);
        assertThatThrownBy(() -> blobs.open(shared)).isInstanceOf(Forgotten.class);
    }

    /** Invariant I12: what nobody can open does not stay. */
    @Test
    void sweepsWhatIsOfNobodyAndWhatNeverBecameWhole() throws IOException {
        var own = objectOf(put(zhang.id(), bytes(51)));
        var living = objectOf(put(wang.id(), bytes(51)));
        erase(zhang);
        owner.sql(
                        "insert into blob.object values ('blb_half', ?, null, null, 'image/png', 'pg', '2026-11-22 00:00+08')")
                .param(wang.id().bytes())
                .update();

        sweep(blobs, TestStore.CLOCK.instant());

        assertThat(owner.sql("select id from blob.object where id = any (?)")
                        .param(List.of(own, living, "blb_half").toArray(String[]::new))
                        .query(String.class)
                        .list())
                .containsExactly(living);
    }

    @Test
    void dropsTheBytesWithTheLastKeeper() throws IOException {
        var name = put(zhang.id(), bytes(MIB + 9));
        blobs.share(name, wang.id());
        var object = objectOf(name);

        assertThat(blobs.drop(name, zhang.id())).isTrue();
        assertThat(blobs.open(name)).hasBinaryContent(bytes(MIB + 9));
        assertThat(blobs.drop(name, wang.id())).isFalse();

        sweep(blobs, Instant.EPOCH);
        assertThat(forger.pieces(object)).isZero();
        assertThatThrownBy(() -> blobs.share(name, zhang.id())).isInstanceOf(Forgotten.class);
    }

    @Test
    void whoLetGoOfWhatOthersStillHaveMayBringItAgain() throws IOException {
        var name = put(zhang.id(), bytes(9));
        blobs.share(name, wang.id());
        blobs.drop(name, zhang.id());

        var again = put(zhang.id(), bytes(9));

        assertThat(objectOf(again)).isNotEqualTo(objectOf(name));
        assertThat(blobs.open(again)).hasBinaryContent(bytes(9));
    }

    @Test
    void keepsNothingWhereTheRowThatNamesItIsRefusedOrTheSourceBreaks() throws IOException {
        assertThat(blobs.put("n-" + UUID.randomUUID(), zhang.id(), "image/png", in(bytes(9)), _ -> false))
                .isEmpty();
        assertThatThrownBy(() -> blobs.put("n-" + UUID.randomUUID(), zhang.id(), "image/png", broken(), _ -> true))
                .isInstanceOf(IOException.class);

        assertThat(objectsOf(zhang.id())).isZero();
    }

    final String put(HolderId keeper, byte[] bytes) throws IOException {
        var name = "n-" + UUID.randomUUID();
        assertThat(blobs.put(name, keeper, "application/pdf", in(bytes), _ -> true))
                .isPresent();
        return name;
    }

    static void sweep(BlobStore blobs, Instant notWholeSince) {
        while (blobs.sweep(notWholeSince) > 0) {
            // small batches
        }
    }

    interface Forgery {
        void of(String object, int last);
    }

    final void refusesOnceForged(int size, Forgery forgery) throws IOException {
        var name = put(zhang.id(), bytes(size));
        var object = objectOf(name);

        forgery.of(object, (size - 1) / MIB);

        assertThatThrownBy(() -> readAll(name)).isInstanceOf(IOException.class);
        blobs.drop(name, zhang.id());
    }

    final byte[] readAll(String name) throws IOException {
        try (var in = blobs.open(name)) {
            return in.readAllBytes();
        }
    }

    static void erase(Somebody whom) {
        TestStore.erase(whom.actor(), whom.id());
    }

    final String objectOf(String name) {
        return owner.sql("select distinct object from blob.key where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    final int objectsOf(HolderId keeper) {
        return owner.sql("select count(*) from blob.object where keeper = ?")
                .param(keeper.bytes())
                .query(Integer.class)
                .single();
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static InputStream broken() {
        return new java.io.SequenceInputStream(in(bytes(MIB + 5)), Ending.broken());
    }

    static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Arrays.copyOf(bytes, size);
    }
}
