package org.onewindow.hub;

import org.onewindow.portal.PortalApi;
import org.onewindow.portal.PortalSettings;
import org.onewindow.portal.overload.OverloadLimits;
import org.onewindow.portal.overload.Proxies;
import org.onewindow.routes.CaseDesk;
import org.onewindow.routes.DepartmentReplies;
import org.onewindow.routes.HubRoutes;
import org.onewindow.routes.Inquiries;
import org.onewindow.routes.Intake;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Gives the portal the doors of the hub's own flows. */
@Import(PortalApi.class)
@Configuration(proxyBeanMethods = false)
class PortalWiring {

    /**
     * Requests of one kind at once: at 20 ms in the database each, the last of them waits a quarter of a second for one of the ten
     * connections, far within the 1.5 s after which the pool gives up.
     */
    private static final int PLACES = 128;

    @Bean
    CaseDesk caseDesk(HubRoutes routes) {
        return routes.desk();
    }

    @Bean
    Intake intake(HubRoutes routes) {
        return routes.intake();
    }

    @Bean
    DepartmentReplies departmentReplies(HubRoutes routes) {
        return routes.replies();
    }

    /** Closed with the {@link HubRoutes}. */
    @Bean(destroyMethod = "")
    Inquiries inquiries(HubRoutes routes) {
        return routes.inquiries();
    }

    @Bean
    PortalSettings portalSettings(HubSettings settings) {
        return new PortalSettings(
                settings.production(),
                settings.issuer(),
                settings.audience(),
                settings.publicUrl(),
                settings.secretFiles(),
                settings.config().resolve("demo/city.yaml"));
    }

    @Bean
    OverloadLimits overloadLimits(HubSettings settings) {
        return new OverloadLimits(settings.callerRate(), PLACES, settings.backlog(), Proxies.of(settings.proxies()));
    }
}
