package org.onewindow.routes;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.onewindow.cases.store.AnswerNumbers;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.KeptSlots;
import org.onewindow.config.Serving;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.channel.ChannelForms;
import org.onewindow.connectors.http.AllowedHeaders;
import org.onewindow.licences.InquiryLog;
import org.onewindow.licences.checklist.Checklists;
import org.onewindow.licences.checklist.LicenceSource;
import org.onewindow.licences.checklist.OneTimeNotices;
import org.onewindow.licences.materials.CaseFiles;
import org.onewindow.routes.configuration.Follower;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * The hub's own flows, put together: one for an application.
 *
 * @param desk the door through which events reach a case
 * @param intake the door for submissions
 * @param replies the door for departments that answer later
 * @param inquiries the door for questions without a case
 * @param checklists what a matter asks for and what there is of it
 * @param issuers asks departments for the licences they issued
 * @param check looks what new cases lack
 * @param channels reads submissions that come in a form of their own
 * @param submissions what client systems hand in by queue
 * @param replays works on replays that run
 * @param singleReplay asks for one message again
 * @param followers what has to follow when another configuration serves, in this order
 */
public record HubRoutes(
        CaseDesk desk,
        Intake intake,
        DepartmentReplies replies,
        Inquiries inquiries,
        Checklists checklists,
        LicenceSource issuers,
        MaterialCheck check,
        Channels channels,
        Submissions submissions,
        ReplayRunner replays,
        SingleReplay singleReplay,
        List<Follower> followers)
        implements AutoCloseable {

    private static final int SENDER_SESSIONS = 8;

    /** What the flows work on. */
    public record Parts(
            Serving tree,
            Cases cases,
            KeptSlots slots,
            Checklists.Stores stores,
            InquiryLog inquiryLog,
            Connectors connectors,
            MessageDesk messages,
            ConnectionFactory broker,
            Node node) {}

    /** Adds the routes to the context, which starts them when it starts. */
    public static HubRoutes addTo(CamelContext camel, Parts parts) throws Exception {
        camel.getRegistry().bind(NoHeaders.NAME, new NoHeaders());
        camel.addComponent(HubQueues.COMPONENT, component(parts.broker()));

        var clock = parts.node().clock();
        var meters = parts.connectors().instruments().meters();
        var hints = new Hints(camel.createProducerTemplate());
        var calls = new DepartmentCalls(parts.connectors(), parts.slots());
        var inquiryCalls =
                new InquiryCalls(calls, parts.connectors(), parts.messages().exchanges(), clock);
        var issuers = new IssuerLookUps(
                new IssuerLookUps.Parts(inquiryCalls, parts.stores().licences(), new FormCheck(), clock));
        var checklists =
                new Checklists(parts.stores(), new DepartmentSources(inquiryCalls, parts.inquiryLog()), issuers);
        var desk = new CaseDesk(parts.cases(), hints, new DemandedLicences(parts.tree(), parts.cases(), checklists));
        var replies = new DepartmentReplies(
                parts.tree(),
                parts.cases(),
                desk,
                parts.connectors(),
                parts.messages().exchanges(),
                clock);
        var untilBack = UntilBack.aWhile(() -> !camel.isStopping() && !camel.isSuspending());
        var numbers = new AnswerNumbers(parts.stores().database(), clock);
        parts.connectors().onQueueReply(new QueueAnswers(replies::fromQueue, numbers, untilBack));
        parts.connectors().onFileReply(replies::fromFile);
        parts.connectors()
                .onEvent((department, event, subject) ->
                        untilBack.run(() -> replies.fromTopic(department, event, subject)));

        camel.addRoutes(new HintRoute());
        camel.addRoutes(new SweeperRoute(
                new Sweeper(parts.cases(), parts.slots(), parts.node().life(), hints, heldBack(parts, desk))));
        var notices = new OneTimeNotices(parts.stores().database());
        var check = new MaterialCheck(parts.tree(), parts.cases(), checklists, notices, files(parts), desk, clock);
        camel.addRoutes(new MaterialCheckRoute(check));
        camel.addRoutes(
                new ArrivalsRoute(new LicencesArrived(parts.stores().licences().arrivals(), desk, clock)));
        camel.addRoutes(new ProvisionalLimitsRoute(new ProvisionalLimits(parts.cases(), desk, clock)));
        var submissions = new Submissions(() -> start(camel, SubmissionsRoute.ID));
        camel.getRegistry().bind(HubQueues.ANSWER_HEADERS, new AllowedHeaders(List.of(Submissions.STATUS)));
        camel.addRoutes(new SubmissionsRoute(submissions));
        var worker = new Worker(parts.cases(), desk, calls, parts.messages().exchanges(), parts.node());
        var runner = messageRoutes(camel, parts, worker);
        var queues = new WorkQueues(camel, worker);
        queues.serve(parts.tree().get(), Set.of());
        var channels = new Channels(
                parts.tree(), ChannelForms.of(parts.tree().get().channels().values()));
        return new HubRoutes(
                desk,
                new Intake(parts.tree(), parts.cases(), parts.stores(), hints, meters),
                replies,
                new Inquiries(parts.tree(), inquiryCalls, parts.inquiryLog(), meters),
                checklists,
                issuers,
                check,
                channels,
                submissions,
                runner,
                new SingleReplay(
                        parts.tree(), parts.cases(), desk, calls, parts.connectors(), parts.messages(), parts.node()),
                List.of(new DepartmentDesks(parts.connectors()), queues, channels));
    }

    private static CaseFiles files(Parts parts) {
        return new CaseFiles(parts.stores().uploads(), parts.stores().licences().hash());
    }

    private static HeldBack heldBack(Parts parts, CaseDesk desk) {
        return new HeldBack(desk, parts.messages().switches(), parts.node());
    }

    private static ReplayRunner messageRoutes(CamelContext camel, Parts parts, Worker worker) throws Exception {
        var messages = parts.messages();
        var runner = new ReplayRunner(messages.replays(), parts.cases(), worker, parts.node());
        camel.addRoutes(new ReplayRoute(runner));
        camel.addRoutes(new MessagePurgeRoute(new MessagePurge(messages.messages(), messages.kept())));
        return runner;
    }

    private static void start(CamelContext camel, String route) {
        try {
            if (camel.isStarted()) {
                camel.getRouteController().startRoute(route);
            } else {
                camel.addStartupListener(
                        (started, _) -> started.getRouteController().startRoute(route));
            }
        } catch (Exception failure) {
            throw new IllegalStateException("the route " + route + " does not start", failure);
        }
    }

    private static JmsComponent component(ConnectionFactory broker) {
        var senders = new CachingConnectionFactory(broker);
        senders.setSessionCacheSize(SENDER_SESSIONS);
        var component = JmsComponent.jmsComponentAutoAcknowledge(broker);
        component.getConfiguration().setTemplateConnectionFactory(senders);
        return component;
    }

    @Override
    public void close() {
        replays.close();
        inquiries.close();
        check.close();
        checklists.close();
    }
}
