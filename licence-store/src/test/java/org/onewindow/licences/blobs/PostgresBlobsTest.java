package org.onewindow.licences.blobs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.TestStore;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

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
