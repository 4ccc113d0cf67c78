package org.onewindow.licences.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.licences.Ending;
import org.onewindow.licences.Erasure;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.keys.Erased;
import org.onewindow.licences.keys.HolderId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresBlobsTest {

    private static final int MIB = 1 << 20;

    private final BlobStore blobs = TestStore.blobs();
    private final Somebody zhang = Somebody.arrives();
    private final Somebody wang = Somebody.arrives();
    private final JdbcClient owner = JdbcClient.create(TestStore.OWNER);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB, 3 * MIB + 7})
    void givesBackExactlyWhatWasPut(int size) throws IOException {
        var bytes = bytes(size);

        var name = put(zhang.id(), bytes);

        assertThat(blobs.open(name)).hasBinaryContent(bytes);
        assertThat(chunksOf(name)).isEqualTo(Math.max(1, (size + MIB - 1) / MIB));
    }

    @Test
    void keepsNothingReadableInTheDatabase() throws IOException {
        var name = put(zhang.id(), "济南市历下区泉城路1号".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        var kept = owner.sql("select data from blob.chunk where object = ?")
                .param(objectOf(name))
                .query(byte[].class)
                .single();

        assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("泉城路");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update blob.chunk set data = set_byte(data, 100000, get_byte(data, 100000) # 1) where object = ? and no = 1",
                "update blob.chunk c set data = (select data from blob.chunk o where o.object = c.object and o.no = 1 - c.no)"
                        + " where object = ? and no < 2",
                "delete from blob.chunk where object = ? and no = 1",
                "with cut as (update blob.object set size = 2097152 where id = ? returning id)"
                        + " delete from blob.chunk where object in (select id from cut) and no = 2",
                "update blob.object set size = size - 1048576 where id = ?"
            })
    void refusesBytesThatSomebodyChanged(String forgery) throws IOException {
        var name = put(zhang.id(), bytes(2 * MIB + 100));

        assertThat(owner.sql(forgery).param(objectOf(name)).update()).isPositive();

        assertThatThrownBy(() -> readAll(name)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesTheChunksOfAnotherObjectOfTheSameKeeper() throws IOException {
        var name = put(zhang.id(), bytes(100));
        var other = put(zhang.id(), bytes(101));

        owner.sql("update blob.chunk set data = (select data from blob.chunk where object = ?) where object = ?")
                .params(objectOf(other), objectOf(name))
                .update();

        assertThatThrownBy(() -> readAll(name)).isInstanceOf(IOException.class);
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

        while (blobs.sweep(TestStore.CLOCK.instant()) > 0) {
            // small batches
        }

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

        assertThat(owner.sql("select count(*) from blob.chunk where object = ?")
                        .param(object)
                        .query(Integer.class)
                        .single())
                .isZero();
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

    @Test
    void theHubsOwnRoleCannotChangeAByte() throws IOException {
        var name = put(zhang.id(), bytes(9));

        assertThatThrownBy(() -> JdbcClient.create(TestStore.DATABASE)
                        .sql("update blob.chunk set data = data where object = ?")
                        .param(objectOf(name))
                        .update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private String put(HolderId keeper, byte[] bytes) throws IOException {
        var name = "n-" + UUID.randomUUID();
        assertThat(blobs.put(name, keeper, "application/pdf", in(bytes), _ -> true))
                .isPresent();
        return name;
    }

    private byte[] readAll(String name) throws IOException {
        try (var in = blobs.open(name)) {
            return in.readAllBytes();
        }
    }

    private static void erase(Somebody whom) {
        new Erasure(TestStore.DATABASE, TestStore.CLOCK).erase(whom.actor(), whom.id());
    }

    private String objectOf(String name) {
        return owner.sql("select distinct object from blob.key where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private int chunksOf(String name) {
        return owner.sql("select count(*) from blob.chunk where object = ?")
                .param(objectOf(name))
                .query(Integer.class)
                .single();
    }

    private int objectsOf(HolderId keeper) {
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

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Arrays.copyOf(bytes, size);
    }
}
