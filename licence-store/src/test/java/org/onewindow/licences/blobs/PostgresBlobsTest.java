package org.onewindow.licences.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.licences.TestStore;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Blobs in the database; how they are cut and sealed, which is the same everywhere, is shown here. */
class PostgresBlobsTest extends BlobStoreContract {

    PostgresBlobsTest() {
        super(TestStore.blobs(), new Owner(JdbcClient.create(TestStore.OWNER)));
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

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB, 3 * MIB + 7})
    void givesBackExactlyWhatWasPut(int size) throws IOException {
        var bytes = bytes(size);

        var name = put(zhang.id(), bytes);

        assertThat(blobs.open(name)).hasBinaryContent(bytes);
        assertThat(forger.pieces(objectOf(name))).isEqualTo(Math.max(1, (size + MIB - 1) / MIB));
    }

    @Test
    void keepsNothingReadable() throws IOException {
        var name = put(zhang.id(), "济南市历下区泉城路1号".repeat(100).getBytes(UTF_8));

        var kept = forger.piece(objectOf(name), 0);

        assertThat(new String(kept, UTF_8)).doesNotContain("泉城路");
    }

    @Test
    void refusesPiecesThatChangedPlaces() throws IOException {
        refusesOnceForged(2 * MIB + 100, (object, _) -> {
            var first = forger.piece(object, 0);
            forger.put(object, 0, forger.piece(object, 1));
            forger.put(object, 1, first);
        });
    }

    @Test
    void refusesWhereAPieceIsMissing() throws IOException {
        refusesOnceForged(2 * MIB + 100, (object, _) -> forger.remove(object, 1));
        refusesOnceForged(2 * MIB + 100, (object, last) -> forger.remove(object, last));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 28, 90})
    void refusesAPieceThatWasCutShort(int left) throws IOException {
        refusesOnceForged(100, (object, _) -> forger.put(object, 0, Arrays.copyOf(forger.piece(object, 0), left)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2 * MIB, MIB + 100})
    void refusesAnObjectWhoseRowSaysAnotherLength(int size) throws IOException {
        refusesOnceForged(2 * MIB + 100, (object, _) -> owner.sql("update blob.object set size = ? where id = ?")
                .params(size, object)
                .update());
    }

    @Test
    void refusesTheChunksOfAnotherObjectOfTheSameKeeper() throws IOException {
        var name = put(zhang.id(), bytes(100));
        var other = put(zhang.id(), bytes(101));

        forger.put(objectOf(name), 0, forger.piece(objectOf(other), 0));

        assertThatThrownBy(() -> readAll(name)).isInstanceOf(IOException.class);
    }

    /** Who owns the tables. */
    private record Owner(JdbcClient sql) implements Forger {

        @Override
        public byte[] piece(String object, int no) {
            return sql.sql("select data from blob.chunk where object = ? and no = ?")
                    .params(object, no)
                    .query(byte[].class)
                    .single();
        }

        @Override
        public void put(String object, int no, byte[] piece) {
            sql.sql("update blob.chunk set data = ? where object = ? and no = ?")
                    .params(piece, object, no)
                    .update();
        }

        @Override
        public void remove(String object, int no) {
            sql.sql("delete from blob.chunk where object = ? and no = ?")
                    .params(object, no)
                    .update();
        }

        @Override
        public int pieces(String object) {
            return sql.sql("select count(*) from blob.chunk where object = ?")
                    .param(object)
                    .query(Integer.class)
                    .single();
        }
    }
}
