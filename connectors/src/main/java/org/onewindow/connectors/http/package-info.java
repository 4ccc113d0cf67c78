/** What REST and SOAP departments share: answers, time-outs, signatures. */
@NullMarked
package org.onewindow.connectors.http;

import org.jspecify.annotations.NullMarked;
