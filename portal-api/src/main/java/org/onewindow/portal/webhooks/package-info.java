/** Webhooks: clients are told of their cases as signed CloudEvents, at least once, from the database. */
@NullMarked
package org.onewindow.portal.webhooks;

import org.jspecify.annotations.NullMarked;
