/** The one window over SOAP 1.1 with WS-Security: {@code OneWindowService.wsdl}. */
@NullMarked
package org.onewindow.portal.soap;

import org.jspecify.annotations.NullMarked;
