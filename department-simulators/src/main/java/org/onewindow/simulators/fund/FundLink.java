package org.onewindow.simulators.fund;

import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The centre's line to the city's broker.
 *
 * <p>When the broker goes, everything is built anew from the connection up, every 300 ms until one answers: the
 * client's own reconnecting would look for sessions and queues that a broker without its journal no longer has.
 */
public final class FundLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FundLink.class);
    private static final String REQUESTS = "GJJ.REQ";
    private static final long RECEIVE_MS = 100;
    private static final long PAUSE_MS = 300;

    private final HousingFund fund;
    private final ActiveMQConnectionFactory factory;
    private final Login login;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean connected;

    /** Who the centre is at the broker. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    public FundLink(HousingFund fund, String brokerUrl, Login login) {
        this.fund = fund;
        this.login = login;
        this.factory = factory(brokerUrl);
        this.thread = Thread.ofPlatform().name("housing-fund").daemon().start(this::run);
    }

    public boolean isConnected() {
        return connected;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        factory.close();
    }

    private void run() {
        try {
            do {
                if (!fund.isDown()) {
                    connectAndWork();
                }
            } while (!closing.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void connectAndWork() {
        var broken = new AtomicBoolean();
        try (var connection = factory.createConnection(login.user, login.password)) {
            connection.setExceptionListener(_ -> broken.set(true));
            try (var session = connection.createSession(true, Session.SESSION_TRANSACTED);
                    var consumer = session.createConsumer(session.createQueue(REQUESTS))) {
                connection.start();
                LOG.info("housing fund: connected to the broker");
                connected = true;
                while (!broken.get() && !fund.isDown() && closing.getCount() > 0) {
                    work(session, consumer);
                }
            }
        } catch (JMSException away) {
            LOG.debug("housing fund: no broker", away);
        } finally {
            connected = false;
        }
    }

    private void work(Session session, MessageConsumer consumer) throws JMSException {
        var message = consumer.receive(RECEIVE_MS);
        if (fund.isDown()) {
            session.rollback();
            return;
        }
        if (message != null) {
            fund.take(Incoming.of(message));
        }
        var due = fund.due();
        for (var one : due) {
            send(one, session);
        }
        if (message != null || !due.isEmpty()) {
            session.commit();
            fund.sent(due);
        }
    }

    private static void send(Outgoing one, Session session) throws JMSException {
        try {
            one.send(session);
        } catch (InvalidDestinationException nobodyThere) {
            LOG.warn("housing fund: no such queue, an answer is dropped", nobodyThere);
        }
    }

    private static ActiveMQConnectionFactory factory(String brokerUrl) {
        var factory = new ActiveMQConnectionFactory(brokerUrl);
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        factory.setCallTimeout(5_000);
        return factory;
    }
}
