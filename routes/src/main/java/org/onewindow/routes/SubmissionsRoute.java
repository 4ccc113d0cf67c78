package org.onewindow.routes;

import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;

/** What client systems hand in by queue (Channel Adapter, Return Address); acknowledged when it is stored or refused. */
final class SubmissionsRoute extends RouteBuilder {

    static final String ID = "submissions";
    private static final int CONSUMERS = 4;

    private final Submissions submissions;

    SubmissionsRoute(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        // @formatter:off
        from(HubQueues.submissions(CONSUMERS))
                .routeId(ID)
                .autoStartup(false)
                .bean(submissions, "take")
                .filter(exchangeProperty(Submissions.REFUSED).isNotNull())
                .to(ExchangePattern.InOnly, HubQueues.refused())
                .end()
                .filter(exchangeProperty(Submissions.ANSWER).isNotNull())
                .setBody(exchangeProperty(Submissions.ANSWER))
                .to(ExchangePattern.InOnly, HubQueues.answers())
                .end();
        // @formatter:on
    }
}
