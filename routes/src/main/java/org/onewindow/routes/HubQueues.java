package org.onewindow.routes;

import org.apache.camel.component.jms.JmsConstants;
import org.onewindow.connectors.broker.ClientQueues;

/** The hub's own end points, made in one place. */
final class HubQueues {

    /** The Camel component that bears the hub's own queues. */
    static final String COMPONENT = "hubjms";

    static final String CHECK = "hub.check";

    /** A short in-memory queue between a commit and the broker, so that nobody waits for a broker that is away; full: dropped. */
    static final String HINTS = "seda:hints?size=10000&discardWhenFull=true&waitForTaskToComplete=Never";

    /** Lets out what an answer says beside its body. */
    static final String ANSWER_HEADERS = "answerHeaders";

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

    /** In the broker's transaction; the message is looked into by {@link SubmissionMessage} alone. */
    static String submissions(int consumers) {
        return COMPONENT + ":queue:" + ClientQueues.SUBMISSIONS + "?concurrentConsumers=" + consumers
                + "&transacted=true&lazyCreateTransactionManager=false&cacheLevelName=CACHE_CONSUMER&disableReplyTo=true"
                + "&mapJmsMessage=false&headerFilterStrategy=#noHeaders";
    }

    /** To the queue that the header names. */
    static String answers() {
        return COMPONENT + ":queue:hub.submissions.reply?jmsMessageType=Text&disableReplyTo=true"
                + "&headerFilterStrategy=#" + ANSWER_HEADERS;
    }

    /** The message as it came. */
    static String refused() {
        return COMPONENT + ":queue:" + ClientQueues.REFUSED
                + "?forceSendOriginalMessage=true&disableReplyTo=true&headerFilterStrategy=#noHeaders";
    }

    static String incoming(String queue, int consumers) {
        return COMPONENT + ":queue:" + queue + "?concurrentConsumers=" + consumers
                + "&acknowledgementModeName=AUTO_ACKNOWLEDGE&cacheLevelName=CACHE_CONSUMER&disableReplyTo=true"
                + "&mapJmsMessage=true&headerFilterStrategy=#noHeaders";
    }
}
