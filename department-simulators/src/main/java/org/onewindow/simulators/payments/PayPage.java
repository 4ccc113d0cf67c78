package org.onewindow.simulators.payments;

import java.math.BigDecimal;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Xml;

/** The page on which the citizen pays. */
final class PayPage {

    private PayPage() {}

    static Answer of(Bill bill) {
        var order = bill.order();
        return Answer.html(
                        200,
                        """
                        <!doctype html>
                        <html lang="zh-CN"><head><meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>缴费 Payment</title>
                        <style>body{font:18px/1.6 sans-serif;max-width:32em;margin:2em auto;padding:0 1em}
                        button{font-size:1em;padding:.6em 2em}</style></head>
                        <body><main>
                        <h1>城市统一支付平台 <span lang="en">City payment platform</span></h1>
                        <dl><dt>缴费项目 <span lang="en">For</span></dt><dd>%s</dd>
                        <dt>收款单位 <span lang="en">Payee</span></dt><dd>%s</dd>
                        <dt>金额 <span lang="en">Amount</span></dt><dd>¥ %s</dd>
                        <dt>最后缴费日 <span lang="en">Last day</span></dt><dd>%s</dd></dl>
                        %s
                        </main></body></html>
                        """
                                .formatted(
                                        Xml.escape(order.title()),
                                        Xml.escape(order.payee()),
                                        BigDecimal.valueOf(order.amountFen(), 2).toPlainString(),
                                        order.payBefore(),
                                        action(bill)))
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
    }

    private static String action(Bill bill) {
        return switch (bill.state()) {
            case OPEN ->
                "<form method=\"post\"><button type=\"submit\">确认支付 <span lang=\"en\">Pay</span></button></form>";
            case PAID ->
                "<p role=\"status\">已支付 <span lang=\"en\">Paid</span></p><p><a href=\"%s\">返回 <span lang=\"en\">Back</span></a></p>"
                        .formatted(Xml.escape(bill.order().returnUrl().toString()));
            case CLOSED -> "<p role=\"status\">已关闭 <span lang=\"en\">Closed</span></p>";
            case REFUNDED -> "<p role=\"status\">已退款 <span lang=\"en\">Refunded</span></p>";
        };
    }
}
