/** E-licences (电子证照), materials and uploads, stored once per holder. */
@NullMarked
package org.onewindow.licences;

import org.jspecify.annotations.NullMarked;
