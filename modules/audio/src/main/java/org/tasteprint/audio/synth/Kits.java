package org.tasteprint.audio.synth;

import java.util.Map;
import org.tasteprint.audio.synth.Kit.Hit;

/** The drum sets. */
final class Kits {
    private static final Map<Drum, Hit> ACOUSTIC = Map.of(
            Drum.KICK, new Hit(130, 58, 0.022, 0.11, 0.95, 900, 3500, 0.008, 0.5, 0),
            Drum.RIM, new Hit(1750, 1700, 0.01, 0.012, 0.5, 1200, 6000, 0.012, 0.4, 0),
            Drum.SNARE, new Hit(260, 185, 0.02, 0.06, 0.55, 900, 8500, 0.085, 0.9, 0),
            Drum.BRUSH, new Hit(200, 190, 0.02, 0.03, 0.1, 1500, 6500, 0.09, 0.55, 0),
            Drum.CLOSED_HAT, new Hit(0, 0, 1, 1, 0, 6000, 10000, 0.028, 0.75, 0.35),
            Drum.TOM, new Hit(190, 105, 0.05, 0.14, 0.9, 500, 3000, 0.02, 0.3, 0),
            Drum.OPEN_HAT, new Hit(0, 0, 1, 1, 0, 5500, 10000, 0.16, 0.6, 0.4),
            Drum.CRASH, new Hit(0, 0, 1, 1, 0, 3000, 10000, 0.5, 0.6, 0.4),
            Drum.RIDE, new Hit(0, 0, 1, 1, 0, 4500, 9500, 0.17, 0.42, 0.65));

    private static final Map<Drum, Hit> MACHINE = Map.of(
            Drum.KICK, new Hit(230, 47, 0.035, 0.16, 1.15, 1500, 5000, 0.004, 0.5, 0),
            Drum.RIM, new Hit(1000, 820, 0.01, 0.02, 0.6, 1500, 7000, 0.008, 0.4, 0),
            Drum.SNARE, new Hit(220, 170, 0.02, 0.045, 0.35, 900, 6500, 0.11, 0.85, 0),
            Drum.BRUSH, new Hit(0, 0, 1, 1, 0, 3000, 9000, 0.05, 0.5, 0),
            Drum.CLOSED_HAT, new Hit(0, 0, 1, 1, 0, 7000, 10500, 0.02, 0.85, 0.6),
            Drum.TOM, new Hit(160, 90, 0.08, 0.16, 0.9, 500, 2000, 0.01, 0.2, 0),
            Drum.OPEN_HAT, new Hit(0, 0, 1, 1, 0, 6500, 10500, 0.13, 0.7, 0.6),
            Drum.CRASH, new Hit(0, 0, 1, 1, 0, 4000, 10500, 0.45, 0.5, 0.6),
            Drum.RIDE, new Hit(0, 0, 1, 1, 0, 5000, 10000, 0.12, 0.45, 0.9));

    private static final Map<Drum, Hit> CHIP = Map.of(
            Drum.KICK, new Hit(420, 60, 0.018, 0.05, 0.9, 100, 2500, 0.02, 0.5, 0),
            Drum.RIM, new Hit(0, 0, 1, 1, 0, 1000, 5000, 0.015, 0.7, 0),
            Drum.SNARE, new Hit(0, 0, 1, 1, 0, 500, 7000, 0.06, 0.95, 0),
            Drum.BRUSH, new Hit(0, 0, 1, 1, 0, 1000, 5000, 0.04, 0.6, 0),
            Drum.CLOSED_HAT, new Hit(0, 0, 1, 1, 0, 4000, 10500, 0.014, 0.8, 0),
            Drum.TOM, new Hit(500, 110, 0.04, 0.07, 0.8, 100, 2000, 0.03, 0.3, 0),
            Drum.OPEN_HAT, new Hit(0, 0, 1, 1, 0, 4000, 10500, 0.06, 0.7, 0),
            Drum.CRASH, new Hit(0, 0, 1, 1, 0, 1500, 10500, 0.25, 0.7, 0),
            Drum.RIDE, new Hit(0, 0, 1, 1, 0, 5000, 10500, 0.03, 0.5, 0));

    private Kits() {}

    static Kit acoustic() {
        return new Kit(ACOUSTIC);
    }

    static Kit machine() {
        return new Kit(MACHINE);
    }

    static Kit chip() {
        return new Kit(CHIP);
    }
}
