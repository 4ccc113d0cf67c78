/** The city's payment platform: bills, the citizen's pay page, notifications (支付平台). */
@NullMarked
package org.onewindow.simulators.payments;

import org.jspecify.annotations.NullMarked;
