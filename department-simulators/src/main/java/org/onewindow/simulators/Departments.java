package org.onewindow.simulators;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.civil.CivilFace;
import org.onewindow.simulators.fund.FundLink;
import org.onewindow.simulators.fund.HousingFund;
import org.onewindow.simulators.land.LandFace;
import org.onewindow.simulators.land.LandRegistry;
import org.onewindow.simulators.payments.PaymentFace;
import org.onewindow.simulators.police.PoliceFace;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.tax.TaxFace;
import org.onewindow.simulators.tax.TaxOffice;
import org.onewindow.simulators.utilities.GasFace;
import org.onewindow.simulators.utilities.HeatingFace;
import org.onewindow.simulators.utilities.WaterFace;
import org.onewindow.simulators.wire.Face;

/** The nine outside systems of the city, in one world. */
final class Departments implements AutoCloseable {

    private final Stage stage;
    private final City city;
    private final TaxOffice taxOffice;
    private final TaxFace tax;
    private final LandRegistry land;
    private final CivilFace civil;
    private final HousingFund fund;
    private final PaymentFace payments;
    private final WaterFace water;
    private final GasFace gas;
    private final HeatingFace heating;
    private final PoliceFace police;
    private final @Nullable FundLink link;

    Departments(Stage stage, City city, Settings settings) {
        this.stage = stage;
        this.city = city;
        taxOffice = new TaxOffice(stage, city);
        tax = new TaxFace(stage, taxOffice);
        land = new LandRegistry(stage, city, taxOffice, settings.review());
        civil = new CivilFace(stage, city);
        fund = new HousingFund(stage, city);
        payments = new PaymentFace(stage);
        water = new WaterFace(stage, city);
        gas = new GasFace(stage, city);
        heating = new HeatingFace(stage, city);
        police = new PoliceFace(stage, city);
        link = settings.broker()
                .map(broker -> new FundLink(fund, broker.url(), broker.login()))
                .orElse(null);
    }

    Map<String, Face> faces() {
        return Map.of(
                TaxFace.PREFIX, tax,
                LandFace.PREFIX, new LandFace(land),
                CivilFace.PREFIX, civil,
                PaymentFace.PREFIX, payments,
                WaterFace.PREFIX, water,
                GasFace.PREFIX, gas,
                HeatingFace.PREFIX, heating,
                PoliceFace.PREFIX, police);
    }

    LandRegistry land() {
        return land;
    }

    HousingFund fund() {
        return fund;
    }

    PaymentFace payments() {
        return payments;
    }

    String fundState() {
        return Optional.ofNullable(link)
                .map(line -> line.isConnected() ? "connected" : "connecting")
                .orElse("off");
    }

    /** What time has made due. */
    void tick() {
        land.tick();
        fund.tick();
        payments.tick();
        stage.deliveries().tick();
    }

    /** The world and the ledger as at the start. */
    void reset() {
        stage.reset();
        city.reset();
        taxOffice.reset();
        tax.reset();
        land.reset();
        civil.reset();
        fund.reset();
        payments.reset();
        water.reset();
        gas.reset();
        heating.reset();
        police.reset();
    }

    @Override
    public void close() {
        if (link != null) {
            link.close();
        }
        stage.deliveries().close();
    }
}
