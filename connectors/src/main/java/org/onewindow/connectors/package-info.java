/** Speaks with departments: SOAP, REST and JMS, from folders of data. */
@NullMarked
package org.onewindow.connectors;

import org.jspecify.annotations.NullMarked;
