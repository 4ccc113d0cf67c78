/** Tests of what REST and SOAP share. */
@NullMarked
package org.onewindow.connectors.rest;

import org.jspecify.annotations.NullMarked;
