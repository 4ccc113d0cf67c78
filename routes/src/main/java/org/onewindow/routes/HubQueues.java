package org.onewindow.routes;

import org.apache.camel.component.jms.JmsConstants;

/** The hub's own end points, made in one place. */
final class HubQueues {

    /** The Camel component that bears the hub's own queues. */
    static final String COMPONENT = "hubjms";

    static final String CHECK = "hub.check";

    /** A short in-memory queue between a commit and the broker, so that nobody waits for a broker that is away; full: dropped. */
    static final String HINTS = "seda:hints?size=10000&discardWhenFull=true&waitForTaskToComplete=Never";

    static final String DESTINATION = JmsConstants.JMS_DESTINATION_NAME;

    /** Hints are worth nothing once the sweeper has sent them again. */
    private static final int HINT_MILLIS_MAX = 30_000;

    private HubQueues() {}

    static String work(String department) {
        return "dept." + department + ".work";
    }

    static String outgoing() {
        return COMPONENT + ":queue:hub.hints?deliveryPersistent=false&explicitQosEnabled=true&timeToLive="
                + HINT_MILLIS_MAX + "&disableReplyTo=true&exchangePattern=InOnly&headerFilterStrategy=#noHeaders";
    }

    static String incoming(String queue, int consumers) {
        return COMPONENT + ":queue:" + queue + "?concurrentConsumers=" + consumers
                + "&acknowledgementModeName=AUTO_ACKNOWLEDGE&cacheLevelName=CACHE_CONSUMER&disableReplyTo=true"
                + "&mapJmsMessage=true&headerFilterStrategy=#noHeaders";
    }
}
