/** States of licences for verifiers that cannot ask. */
@NullMarked
package org.onewindow.licences.status;

import org.jspecify.annotations.NullMarked;
