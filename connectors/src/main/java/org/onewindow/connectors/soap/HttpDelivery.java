package org.onewindow.connectors.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.apache.cxf.endpoint.ClientImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageContentsList;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.http.HttpAnswer;
import org.onewindow.connectors.http.HttpClients;
import org.onewindow.connectors.http.Unreachable;

/**
 * Carries what CXF has written to the department, on the thread that asks, and gives the answer to the {@link Wire} of the call.
 *
 * <p>Answers are read tolerantly and by one hardened reader; CXF's own reading would stop at the first drift, and its faults tell
 * neither status nor {@code Retry-After}. So CXF hears of an answer only that it is there. Its own transport is the JDK's client, which
 * passes each message and each answer through threads of its own.
 */
final class HttpDelivery extends AbstractConduit {

    private static final ContentType XML = ContentType.parse("text/xml; charset=UTF-8");

    private final CloseableHttpClient http;
    private final List<URI> addresses;
    private final Supplier<Map<String, String>> proof;

    HttpDelivery(
            EndpointReferenceType target,
            CloseableHttpClient http,
            List<URI> addresses,
            Supplier<Map<String, String>> proof) {
        super(target);
        this.http = http;
        this.addresses = addresses;
        this.proof = proof;
    }

    @Override
    public void prepare(Message message) {
        message.setContent(OutputStream.class, new ByteArrayOutputStream());
    }

    /** CXF's word for "the message is whole"; it closes answers too, and messages that it could not write. */
    @Override
    public void close(Message message) throws IOException {
        if (message == message.getExchange().getOutMessage()
                && message.getContent(Exception.class) == null
                && message.get(Wire.KEY) instanceof Wire wire
                && message.getContent(OutputStream.class) instanceof ByteArrayOutputStream written) {
            message.removeContent(OutputStream.class);
            var headers = headersOf(message);
            headers.putAll(proof.get());
            var entity = new ByteArrayEntity(written.toByteArray(), typeOf(message));
            wire.heard(send(headers, entity, wire));
            end(message);
        }
    }

    /** SOAP 1.2 has a type of its own, with the action in it. */
    private static ContentType typeOf(Message message) {
        return message.get(Message.CONTENT_TYPE) instanceof String type && type.startsWith("application/soap+xml")
                ? ContentType.parse(type.contains("charset") ? type : type + "; charset=UTF-8")
                : XML;
    }

    /** To the next address only where the one before surely got nothing. */
    private HttpAnswer send(Map<String, String> headers, HttpEntity body, Wire wire) throws IOException {
        for (var address : addresses.subList(0, addresses.size() - 1)) {
            try {
                return send(request(address, headers, body), wire);
            } catch (IOException failure) {
                if (!Unreachable.is(failure)) {
                    throw failure;
                }
            }
        }
        return send(request(addresses.getLast(), headers, body), wire);
    }

    private static HttpPost request(URI address, Map<String, String> headers, HttpEntity body) {
        var request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(body);
        return request;
    }

    private HttpAnswer send(HttpPost request, Wire wire) throws IOException {
        return ScopedValue.where(HttpClients.PATIENCE, wire.patience())
                .<HttpAnswer, IOException>call(() -> http.execute(request, HttpDelivery::read));
    }

    private static HttpAnswer read(ClassicHttpResponse response) throws IOException {
        var headers = new HashMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return new HttpAnswer(response.getCode(), headers, bytes(response.getEntity()));
    }

    private static byte[] bytes(@Nullable HttpEntity body) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        try (var in = body.getContent()) {
            return in.readAllBytes();
        }
    }

    private static Map<String, String> headersOf(Message message) {
        var headers = new HashMap<String, String>();
        if (message.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> told) {
            told.forEach((name, values) -> {
                if (values instanceof List<?> list && !list.isEmpty()) {
                    headers.put(String.valueOf(name), String.valueOf(list.getFirst()));
                }
            });
        }
        return headers;
    }

    /** An answer with nothing in it, lest CXF waits for one, or makes an exception of its absence. */
    private static void end(Message message) {
        var exchange = message.getExchange();
        var nothing = new MessageImpl();
        nothing.setExchange(exchange);
        nothing.setContent(List.class, new MessageContentsList());
        exchange.setInMessage(nothing);
        exchange.put(ClientImpl.FINISHED, true);
    }

    @Override
    protected Logger getLogger() {
        return Logger.getLogger(HttpDelivery.class.getName());
    }
}
