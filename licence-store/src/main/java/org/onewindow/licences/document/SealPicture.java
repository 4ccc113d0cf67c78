package org.onewindow.licences.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** How a development seal looks: the red ring and star, without the name, so that nobody takes it for the real one. */
final class SealPicture {

    private static final int PIXELS = 160;
    private static final int POINTS = 5;
    private static final Color RED = new Color(200, 20, 20, 200);

    private SealPicture() {}

    static byte[] png() throws IOException {
        var image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(RED);
        pen.setStroke(new BasicStroke(6));
        pen.draw(new Ellipse2D.Double(4, 4, PIXELS - 8, PIXELS - 8));
        pen.fill(star(PIXELS / 2.0, PIXELS / 5.0));
        pen.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static Path2D star(double centre, double radius) {
        var star = new Path2D.Double();
        for (int i = 0; i < 2 * POINTS; i++) {
            double angle = Math.PI * i / POINTS - Math.PI / 2;
            double reach = i % 2 == 0 ? radius : radius * 0.382;
            double x = centre + reach * Math.cos(angle);
            double y = centre + reach * Math.sin(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }
}
