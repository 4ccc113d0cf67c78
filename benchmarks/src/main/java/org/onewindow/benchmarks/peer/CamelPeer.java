package org.onewindow.benchmarks.peer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.onewindow.benchmarks.work.Question;
import org.onewindow.benchmarks.work.Told;
import org.onewindow.benchmarks.work.Work;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Plain Camel on Spring Boot the natural way: platform-http, multicast and http, all with their defaults. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class CamelPeer {

    /** Of the other peer, and of the connectors that tests have on the class path. */
    private static final String EXCLUDED =
            "org.springframework.boot.autoconfigure.integration.IntegrationAutoConfiguration,"
                    + "org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration";

    /** Its own port, then those of the four departments. */
    public static void main(String[] ports) {
        SpringApplication.run(
                CamelPeer.class,
                "--server.port=" + ports[0],
                "--server.address=127.0.0.1",
                "--spring.autoconfigure.exclude=" + EXCLUDED,
                "--departments=" + String.join(",", List.of(ports).subList(1, ports.length)));
    }

    @Bean
    RouteBuilder fanOut(@Value("${departments}") List<Integer> ports) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/v1/inquiries/fan-out?httpMethodRestrict=POST")
                        .process(CamelPeer::read)
                        .multicast(CamelPeer::together)
                        .parallelProcessing()
                        .to("direct:north", "direct:east", "direct:south", "direct:west")
                        .end()
                        .process(CamelPeer::aggregate);
                for (int i = 0; i < ports.size(); i++) {
                    var department = Work.DEPARTMENTS.get(i);
                    from("direct:" + department)
                            .process(exchange -> ask(exchange, department))
                            .to("http://127.0.0.1:" + ports.get(i) + "/look-up")
                            .process(exchange -> hear(exchange, department));
                }
            }
        };
    }

    private static void read(Exchange exchange) throws Exception {
        var message = exchange.getMessage();
        message.setBody(Work.read(message.getBody(byte[].class)));
        message.removeHeaders("*");
    }

    private static void ask(Exchange exchange, String department) throws Exception {
        var message = exchange.getMessage();
        message.setBody(Work.message(department, message.getBody(Question.class)));
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(
                Exchange.CONTENT_TYPE, department.equals("north") ? "text/xml; charset=utf-8" : "application/json");
    }

    private static void hear(Exchange exchange, String department) throws Exception {
        var told = Work.told(department, exchange.getMessage().getBody(byte[].class));
        exchange.getMessage().setBody(new ConcurrentHashMap<>(Map.of(department, told)));
    }

    private static Exchange together(@Nullable Exchange before, Exchange next) {
        if (before == null) {
            return next;
        }
        heard(before).putAll(heard(next));
        return before;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Told> heard(Exchange exchange) {
        return exchange.getMessage().getBody(Map.class);
    }

    private static void aggregate(Exchange exchange) throws Exception {
        var message = exchange.getMessage();
        message.setBody(Work.aggregate(heard(exchange)));
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }
}
