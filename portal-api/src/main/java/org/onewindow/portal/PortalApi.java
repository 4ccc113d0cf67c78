package org.onewindow.portal;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The portal, to be imported by the hub.
 *
 * <p>Wants from the hub as beans: {@link PortalSettings}, the data source, the shared clock, the configuration tree's supplier, and
 * what {@code case-store}, {@code licence-store} and {@code routes} offer.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class PortalApi {}
