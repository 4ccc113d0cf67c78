/** The housing fund centre: pledges and withdrawals over JMS (住房公积金管理中心). */
@NullMarked
package org.onewindow.simulators.fund;

import org.jspecify.annotations.NullMarked;
