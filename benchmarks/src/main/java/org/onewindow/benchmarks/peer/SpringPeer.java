package org.onewindow.benchmarks.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.onewindow.benchmarks.work.Question;
import org.onewindow.benchmarks.work.Told;
import org.onewindow.benchmarks.work.Work;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.RecipientListRouterSpec;
import org.springframework.integration.http.dsl.Http;
import org.springframework.integration.store.MessageGroup;
import org.springframework.messaging.MessageHeaders;
import org.springframework.web.client.RestTemplate;

/** Spring Integration's scatter-gather on virtual threads, with a pool of connections that is large enough. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SpringPeer {

    /** Of the other peer, and of the connectors that tests have on the class path. */
    private static final String EXCLUDED = "org.apache.camel.spring.boot.CamelAutoConfiguration,"
            + "org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpAutoConfiguration,"
            + "org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration";

    private static final int CONNECTIONS = 512;

    /** One department's answer. */
    record Heard(String department, Told told) {}

    /** Its own port, then those of the four departments. */
    public static void main(String[] ports) {
        SpringApplication.run(
                SpringPeer.class,
                "--server.port=" + ports[0],
                "--server.address=127.0.0.1",
                "--spring.threads.virtual.enabled=true",
                "--spring.autoconfigure.exclude=" + EXCLUDED,
                "--departments=" + String.join(",", List.of(ports).subList(1, ports.length)));
    }

    @Bean
    IntegrationFlow fanOut(@Value("${departments}") List<Integer> ports) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var client = new RestTemplate(new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .build()));
        return IntegrationFlow.from(Http.inboundGateway("/v1/inquiries/fan-out")
                        .requestMapping(mapping -> mapping.methods(HttpMethod.POST))
                        .requestPayloadType(byte[].class))
                .transform(byte[].class, SpringPeer::read)
                .scatterGather(
                        scatter -> scatter(scatter.applySequence(true), ports, threads, client),
                        gather -> gather.outputProcessor(SpringPeer::aggregate))
                .get();
    }

    private static void scatter(
            RecipientListRouterSpec scatter, List<Integer> ports, Executor threads, RestTemplate client) {
        for (int i = 0; i < ports.size(); i++) {
            var department = Work.DEPARTMENTS.get(i);
            var url = "http://127.0.0.1:" + ports.get(i) + "/look-up";
            var type = department.equals("north") ? "text/xml; charset=utf-8" : "application/json";
            scatter.recipientFlow(leg -> leg.channel(channels -> channels.executor(threads))
                    .transform(Question.class, question -> message(department, question))
                    .enrichHeaders(headers -> headers.header(MessageHeaders.CONTENT_TYPE, type, true))
                    .handle(Http.outboundGateway(url, client)
                            .httpMethod(HttpMethod.POST)
                            .mappedRequestHeaders("Content-Type")
                            .expectedResponseType(byte[].class))
                    .transform(byte[].class, body -> hear(department, body)));
        }
    }

    private static Question read(byte[] body) {
        try {
            return Work.read(body);
        } catch (IOException garbage) {
            throw new UncheckedIOException(garbage);
        }
    }

    private static byte[] message(String department, Question question) {
        try {
            return Work.message(department, question);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Heard hear(String department, byte[] body) {
        try {
            return new Heard(department, Work.told(department, body));
        } catch (IOException garbage) {
            throw new UncheckedIOException(garbage);
        }
    }

    private static byte[] aggregate(MessageGroup group) {
        var told = new HashMap<String, Told>();
        for (var message : group.getMessages()) {
            var heard = (Heard) message.getPayload();
            told.put(heard.department(), heard.told());
        }
        try {
            return Work.aggregate(told);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
