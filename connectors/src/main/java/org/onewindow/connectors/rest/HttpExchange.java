package org.onewindow.connectors.rest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Headers;
import org.apache.camel.component.http.HttpConstants;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.http.AllowedHeaders;
import org.onewindow.connectors.http.HttpAnswer;

/** Turns a request into what Camel's HTTP component wants, and what it brings into an answer. */
public final class HttpExchange {

    /** Sets the component's own headers and yields the body. */
    public byte @Nullable [] write(@Body RestRequest request, @Headers Map<String, Object> headers) {
        headers.clear();
        headers.putAll(request.headers());
        headers.put(HttpConstants.HTTP_PATH, request.path());
        if (request.query() != null) {
            headers.put(HttpConstants.HTTP_RAW_QUERY, request.query());
        }
        headers.put("Accept", "application/json, application/problem+json");
        if (request.body() != null && !request.headers().containsKey(Exchange.CONTENT_TYPE)) {
            headers.put(Exchange.CONTENT_TYPE, "application/json");
        }
        return request.body();
    }

    public HttpAnswer read(@Body byte @Nullable [] body, @Headers Map<String, Object> headers) {
        var told = new HashMap<String, String>();
        headers.forEach((name, value) -> {
            if (AllowedHeaders.isAnswerHeader(name)) {
                told.put(name.toLowerCase(Locale.ROOT), String.valueOf(value));
            }
        });
        int status = headers.get(HttpConstants.HTTP_RESPONSE_CODE) instanceof Integer code ? code : 0;
        return new HttpAnswer(status, told, body == null ? new byte[0] : body);
    }
}
