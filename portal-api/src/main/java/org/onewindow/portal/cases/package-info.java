/** Matters and cases for those who take part in them: submit, follow, agree, add, pay, withdraw. */
@NullMarked
package org.onewindow.portal.cases;

import org.jspecify.annotations.NullMarked;
