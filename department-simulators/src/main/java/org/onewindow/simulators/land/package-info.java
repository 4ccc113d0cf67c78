/** The real estate registration centre: titles, and transfers that people review (不动产登记中心). */
@NullMarked
package org.onewindow.simulators.land;

import org.jspecify.annotations.NullMarked;
