package org.onewindow.portal.webhooks;

/** Where to go on. */
record Link(String href) {}
