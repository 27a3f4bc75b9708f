package org.tasteprint.plots;

/**
 * Colours for values from 0 to 1, interpolated between colours of matplotlib's maps (viridis and magma by van der Walt and Smith,
 * public domain; coolwarm by Moreland).
 */
public enum ColourMap {
    /** From violet through green to yellow, evenly brighter. */
    VIRIDIS(0x440154, 0x482576, 0x414487, 0x35608d, 0x2a788e, 0x21908c, 0x22a884, 0x43bf71, 0x7ad151, 0xbbdf27, 0xfde725),
    /** From black through red to light yellow, evenly brighter: for strengths. */
    MAGMA(0x000004, 0x140e36, 0x3b0f70, 0x641a80, 0x8c2981, 0xb63679, 0xde4968, 0xf76f5c, 0xfe9f6d, 0xfece91, 0xfcfdbf),
    /** From blue through grey to red: for what is below and above a middle. */
    COOLWARM(0x3b4cc0, 0x6282ea, 0x8db0fe, 0xb8d0f9, 0xdddddd, 0xf5c4ad, 0xf49a7b, 0xde604d, 0xb40426);

    private static final int NOT_A_NUMBER = 0x9a9a9a;

    private final int[] anchors;

    ColourMap(int... anchors) {
        this.anchors = anchors;
    }

    /** The colour of a fraction as 0xRRGGBB; what lies outside 0..1 has the colour of the nearer end. */
    public int rgb(double fraction) {
        if (Double.isNaN(fraction)) {
            return NOT_A_NUMBER;
        }
        double place = Math.clamp(fraction, 0.0, 1.0) * (anchors.length - 1);
        int below = Math.min((int) place, anchors.length - 2);
        double share = place - below;
        return mixed(anchors[below], anchors[below + 1], share, 16)
                | mixed(anchors[below], anchors[below + 1], share, 8)
                | mixed(anchors[below], anchors[below + 1], share, 0);
    }

    private static int mixed(int from, int to, double share, int shift) {
        int a = from >> shift & 0xff;
        int b = to >> shift & 0xff;
        return (int) Math.round(a + share * (b - a)) << shift;
    }
}
