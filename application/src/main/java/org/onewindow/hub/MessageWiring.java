package org.onewindow.hub;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.sql.DataSource;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.messages.Vault;
import org.onewindow.cases.store.InquiryMessages;
import org.onewindow.cases.store.Messages;
import org.onewindow.cases.store.Replays;
import org.onewindow.cases.store.RetrySwitches;
import org.onewindow.routes.Exchanges;
import org.onewindow.routes.HubRoutes;
import org.onewindow.routes.MessageDesk;
import org.onewindow.routes.SingleReplay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of what was said with departments, and what lets operators say it again. */
@Configuration(proxyBeanMethods = false)
class MessageWiring {

    /** Its key is derived from the hub's own, as those of webhooks are: one secret to keep safe. */
    @Bean
    Vault vault(HubSettings settings, IdentityHash hash) {
        return new Vault(
                hash.of("the key of messages").getBytes(StandardCharsets.UTF_8),
                Math.toIntExact(settings.messagesSize().toBytes()));
    }

    @Bean
    Messages messages(DataSource dataSource, Vault vault, Clock clock) {
        return new Messages(dataSource, vault, clock);
    }

    @Bean(destroyMethod = "close")
    InquiryMessages inquiryMessages(Messages messages) {
        return InquiryMessages.begin(messages);
    }

    @Bean
    Replays replays(DataSource dataSource, Clock clock) {
        return new Replays(dataSource, clock);
    }

    @Bean
    RetrySwitches retrySwitches(DataSource dataSource, Clock clock) {
        return new RetrySwitches(dataSource, clock);
    }

    @Bean
    MessageDesk messageDesk(
            HubSettings settings,
            Vault vault,
            InquiryMessages inquiries,
            IdentityHash hash,
            Messages messages,
            Replays replays,
            RetrySwitches switches) {
        return new MessageDesk(
                new Exchanges(vault, inquiries, hash, settings.node()),
                messages,
                settings.messagesKept(),
                replays,
                switches);
    }

    @Bean
    SingleReplay singleReplay(HubRoutes routes) {
        return routes.singleReplay();
    }
}
