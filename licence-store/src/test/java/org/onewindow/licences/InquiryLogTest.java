package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.cases.IdentityHash;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class InquiryLogTest {

    private static final Party ZHANG =
            new Party(null, Party.Kind.PERSON, "张铭", IdType.RESIDENT_ID, "370102198503078212", null, null, null);

    private final IdentityHash hash = new IdentityHash("another secret of the tests".getBytes(StandardCharsets.UTF_8));
    private final JdbcClient sql = JdbcClient.create(TestStore.DATABASE);
    private final InquiryLog log = new InquiryLog(TestStore.DATABASE, hash, TestStore.CLOCK);

    @Test
    void writesDownWhoAskedWhomWithoutTheNumber() {
        log.note(ZHANG, "home-transfer-precheck", List.of("land-registry/title", "housing-fund/lien-query"));

        assertThat(sql.sql("select array_to_string(asked, ' ') from inquiry_use where caller = ?")
                        .param(hash.of(ZHANG))
                        .query(String.class)
                        .list())
                .contains("land-registry/title housing-fund/lien-query");
        assertThat(sql.sql("select count(*) from inquiry_use where caller like '%8212%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsWhatWasWritten() {
        log.note(ZHANG, "home-transfer-precheck", List.of());

        assertThatThrownBy(() -> sql.sql("delete from inquiry_use").update()).isInstanceOf(DataAccessException.class);
    }
}
