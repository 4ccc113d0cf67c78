/** Tests of what REST and SOAP share. */
@NullMarked
package org.onewindow.connectors.http;

import org.jspecify.annotations.NullMarked;
