package org.onewindow.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.TraceContext;
import org.onewindow.config.Department;
import org.onewindow.config.Department.Security;
import org.onewindow.config.Operation;
import org.onewindow.connectors.Mapped;
import org.onewindow.connectors.Sending;
import org.onewindow.connectors.http.HttpAnswer;
import org.onewindow.connectors.http.HttpClients;
import org.onewindow.connectors.http.HttpVerdict;
import org.onewindow.connectors.http.RequestSignature;
import org.onewindow.connectors.line.Filled;
import org.onewindow.connectors.line.Filler;
import org.onewindow.connectors.line.Heard;
import org.onewindow.connectors.line.House;
import org.onewindow.connectors.line.Line;
import org.onewindow.connectors.line.Tape;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.Draft;

/** A department that speaks REST and JSON. */
public final class RestLine implements Line {

    private static final Filler.Form JSON = new Filler.Form(CanonicalJson::escaped, UTF_8);

    private final Department department;
    private final House house;
    private final URI address;
    private final String basePath;
    private final Map<String, RestCall> calls = new LinkedHashMap<>();
    private final PoolingHttpClientConnectionManager connections;
    private final Credentials credentials;
    private final RestRoutes routes;

    public RestLine(Department department, Department.Endpoint.Http endpoint, House house) {
        this.department = department;
        this.house = house;
        this.address = URI.create(endpoint.url());
        this.basePath = withoutSlash(address.getRawPath());
        var contract = department.contract() instanceof Department.Contract.OpenApi(var file)
                ? OpenApiContract.read(file)
                : null;
        department
                .operations()
                .forEach((id, operation) -> calls.put(
                        id, contract == null ? RestCall.of(operation.call()) : contract.call(operation.call())));
        this.connections = HttpClients.connections(department, house.secrets());
        this.credentials = credentials(endpoint.security());
        this.routes = new RestRoutes(department, endpoint, calls, headersOut());
    }

    private Credentials credentials(Security security) {
        var tokens = security instanceof Security.OAuth2Client client
                ? new AccessTokens(
                        () -> answer(RestRoutes.token(department), TokenRequest.of(client, house.secrets())),
                        house.clock())
                : null;
        var signature = security instanceof Security.Signed signed
                ? new RequestSignature(signed.signature(), house.secrets(), house.clock())
                : null;
        return new Credentials(security, house.secrets(), tokens, signature);
    }

    private Set<String> headersOut() {
        var names = new LinkedHashSet<>(credentials.headerNames());
        names.add("Accept");
        names.add(TraceContext.NAME);
        for (var call : calls.values()) {
            call.parameters().forEach((name, place) -> {
                if (place == RestCall.Place.HEADER) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    private static String withoutSlash(@Nullable String path) {
        return path == null ? "" : path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public RouteBuilder routes() {
        return routes.over(connections);
    }

    @Override
    public Optional<Mapped.Unmappable> objection(Operation operation, Draft draft) {
        RestMessage.of(draft.content()).checkAgainst(call(operation));
        return Optional.empty();
    }

    @Override
    public Heard send(Operation operation, Draft draft, Sending sending) {
        var message = RestMessage.of(draft.content());
        var filler = house.filler(operation, draft, sending);
        var parameters = new LinkedHashMap<String, String>();
        for (var parameter : message.parameters().entrySet()) {
            switch (filler.fill(parameter.getValue())) {
                case Filled.Not(var reply) -> {
                    return Heard.notSent(reply);
                }
                case Filled.Bytes(var bytes) -> parameters.put(parameter.getKey(), new String(bytes, UTF_8));
            }
        }
        var filled = new RestMessage(parameters, null);
        var body = message.body() == null ? null : filler.in(JSON).fill(message.body());
        if (body instanceof Filled.Not(var reply)) {
            return Heard.notSent(reply);
        }
        var bytes = body instanceof Filled.Bytes(var itsBytes) ? itsBytes : null;
        return ScopedValue.where(HttpClients.PATIENCE, sending.patience(department, operation))
                .call(() -> send(operation, filled, bytes));
    }

    private Heard send(Operation operation, RestMessage message, byte @Nullable [] body) {
        try {
            Tape.sent(() -> new Tape.Words(RestSamples.sample(message, call(operation), body), UTF_8));
            var first = request(operation, message, body);
            var answer = answer(RestRoutes.operation(department, operation), first);
            if (answer.status() == 401 && credentials.renew(first.headers())) {
                answer = answer(RestRoutes.operation(department, operation), request(operation, message, body));
            }
            Tape.heard(answer.status(), answer.body(), answer.charset());
            return whole(operation, first, answer);
        } catch (AccessTokens.NoToken noToken) {
            return Heard.outOfReach(String.valueOf(noToken.getMessage()));
        } catch (Unanswered unanswered) {
            return unanswered.atTokenEndPoint()
                    ? Heard.outOfReach("its token end point does not answer")
                    : HttpVerdict.of(unanswered.failure());
        }
    }

    /** All pages of a look-up as one answer; a page that fails fails the look-up, which is made again from the start. */
    private Heard whole(Operation operation, RestRequest first, HttpAnswer answer) {
        var heard = heard(operation, answer);
        var pages = operation.pages();
        if (pages == null || !(heard instanceof Heard.Answer page) || page.status() != 200) {
            return heard;
        }
        var book = new Book(pages, address);
        var turn = book.add(answer, page.content());
        while (turn.isPresent()) {
            if (book.count() == pages.most()) {
                return Heard.doubt("its answer has more than " + pages.most() + " pages");
            }
            var next = turned(first, turn.get());
            if (next == null) {
                return Heard.doubt("the next page of its answer is somewhere else");
            }
            var nextAnswer = answer(RestRoutes.operation(department, operation), next);
            if (!(heard(operation, nextAnswer) instanceof Heard.Answer more) || more.status() != 200) {
                return heard(operation, nextAnswer);
            }
            turn = book.add(nextAnswer, more.content());
        }
        return new Heard.Answer(page.status(), page.headers(), book.whole(), null);
    }

    private @Nullable RestRequest turned(RestRequest first, Book.Turn turn) {
        return switch (turn) {
            case Book.Turn.Query(var parameter) -> first.asking(parameter);
            case Book.Turn.Address(var path, var query) ->
                new RestRequest(path, credentials.query(query), first.headers(), null);
            case Book.Turn.Astray _ -> null;
        };
    }

    private RestRequest request(Operation operation, RestMessage message, byte @Nullable [] body) {
        var call = call(operation);
        var path = message.pathOf(call);
        var headers = new LinkedHashMap<>(message.headersOf(call));
        headers.put(TraceContext.NAME, TraceContext.current().header());
        headers.putAll(credentials.headers(
                new RequestSignature.Signed(call.method(), basePath + path, body == null ? new byte[0] : body)));
        return new RestRequest(path, credentials.query(message.queryOf(call)), headers, body);
    }

    /** No HTTP answer came. */
    private static final class Unanswered extends RuntimeException {

        private final Throwable failure;
        private final boolean atTokenEndPoint;

        Unanswered(Throwable failure, boolean atTokenEndPoint) {
            super(null, failure, false, false);
            this.failure = failure;
            this.atTokenEndPoint = atTokenEndPoint;
        }

        Throwable failure() {
            return failure;
        }

        boolean atTokenEndPoint() {
            return atTokenEndPoint;
        }
    }

    private HttpAnswer answer(String route, RestRequest request) {
        var exchange = house.camel().request(route, request);
        if (exchange.getException() != null) {
            throw new Unanswered(exchange.getException(), route.equals(RestRoutes.token(department)));
        }
        return exchange.getMessage().getBody(HttpAnswer.class);
    }

    private Heard heard(Operation operation, HttpAnswer answer) {
        return HttpVerdict.of(answer).orElseGet(() -> {
            var busy = HttpVerdict.busy(answer, house.clock());
            try {
                if (answer.status() >= 500
                        && busy == null
                        && !call(operation).declared().contains(answer.status())) {
                    return Heard.doubt("HTTP " + answer.status());
                }
                return new Heard.Answer(answer.status(), answer.headers(), json(answer), busy);
            } catch (IOException garbage) {
                return busy == null
                        ? Heard.doubt("HTTP " + answer.status() + ", but its body is no JSON")
                        : new Heard.NoAnswer(busy, answer.status() == 503);
            }
        });
    }

    private static @Nullable Object json(HttpAnswer answer) throws IOException {
        if (answer.body().length == 0) {
            return null;
        }
        if (!answer.mediaType().equals("application/json")
                && !answer.mediaType().endsWith("+json")) {
            throw new IOException("another media type");
        }
        return CanonicalJson.parse(answer.body());
    }

    @Override
    public @Nullable Object parse(byte[] body) throws IOException {
        return CanonicalJson.parse(body);
    }

    private RestCall call(Operation operation) {
        var call = calls.get(operation.id());
        if (call == null) {
            throw new IllegalArgumentException("department " + department.id() + " has no operation " + operation.id());
        }
        return call;
    }

    @Override
    public void close() {
        connections.close();
    }
}
