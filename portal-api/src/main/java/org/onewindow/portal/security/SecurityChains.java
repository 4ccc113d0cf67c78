package org.onewindow.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The doors of the hub, in the order in which they are tried: the issuer's (development only), the API's, the pages'.
 *
 * <p>A chain only says whether a token is needed; what it may be used for is in {@code Access}, in one place.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityChains {

    private static final int API = 20;
    private static final int METRICS = 30;
    private static final int PAGES = 100;
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** One observation a request, which MVC makes: one a filter costs more than all filters together. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(API)
    SecurityFilterChain api(HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        var resolved = new ProblemResponses(problems);
        return stateless(http, PATHS.matcher("/v1/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATHS.matcher(HttpMethod.GET, "/v1/openapi.yaml"),
                                PATHS.matcher(HttpMethod.GET, "/v1/schemas/canonical.json"),
                                // states only, by places that say nothing of the licence
                                PATHS.matcher(HttpMethod.GET, "/v1/status-lists"),
                                PATHS.matcher(HttpMethod.GET, "/v1/status-lists/*"))
                        .permitAll()
                        // for whoever holds a print: state only, by an address's bucket
                        .requestMatchers(PATHS.matcher(HttpMethod.POST, "/v1/qr:verify"))
                        .permitAll()
                        // departments prove who they are in their own way
                        .requestMatchers(
                                PATHS.matcher(HttpMethod.POST, "/v1/replies/*/*"),
                                PATHS.matcher(HttpMethod.POST, "/v1/issuers/*/events"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> {}).authenticationEntryPoint(resolved).accessDeniedHandler(resolved))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    /** For the city's Prometheus beside the hub, or an operator from anywhere. */
    @Bean
    @Order(METRICS)
    SecurityFilterChain metrics(
            HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        var resolved = new ProblemResponses(problems);
        return stateless(http, PATHS.matcher("/actuator/prometheus"))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(MetricsReaders::decide))
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> {}).authenticationEntryPoint(resolved).accessDeniedHandler(resolved))
                .build();
    }

    @Bean
    @Order(PAGES)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return stateless(http, SecurityChains::anything)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATHS.matcher(HttpMethod.GET, "/"),
                                PATHS.matcher(HttpMethod.GET, "/docs/**"),
                                PATHS.matcher(HttpMethod.GET, "/verify"),
                                PATHS.matcher(HttpMethod.GET, "/verify.js"),
                                PATHS.matcher(HttpMethod.GET, "/help/**"),
                                PATHS.matcher(HttpMethod.GET, "/actuator/health/**"),
                                // clients prove who they are by their signature
                                PATHS.matcher(HttpMethod.GET, "/soap/OneWindowService"),
                                PATHS.matcher(HttpMethod.POST, "/soap/OneWindowService"),
                                PATHS.matcher("/error"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                // Swagger UI sets styles on its elements
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                                + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")))
                .build();
    }

    private static boolean anything(HttpServletRequest request) {
        return true;
    }

    private static HttpSecurity stateless(HttpSecurity http, RequestMatcher matcher) throws Exception {
        return http.securityMatcher(matcher)
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
    }
}
