package org.onewindow.portal.webhooks;

import java.net.UnknownHostException;

/** A name that stands for an address nothing may be sent to. */
final class AddressNotAllowed extends UnknownHostException {

    private static final long serialVersionUID = 1L;
}
