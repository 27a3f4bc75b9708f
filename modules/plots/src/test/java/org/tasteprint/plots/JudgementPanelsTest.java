package org.tasteprint.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tasteprint.plots.CurvePanels.Curve;

class JudgementPanelsTest {
    private static final Curve PERFECT = new Curve("classical", new double[] {0, 0, 1}, new double[] {0, 1, 1}, 1);
    private static final Curve FAIR = new Curve("pop", new double[] {0, 0.5, 1}, new double[] {0, 0.8, 1}, 0.65);

    @Test
    void aConfusionMatrixSaysHowManyAndWhichShareOfTheirRow() {
        ConfusionPanel panel = new ConfusionPanel("Confusion", List.of("jazz", "rock"), new int[][] {{9, 1}, {0, 4}});

        String svg = PictureFile.svg(new Picture("", List.of(panel)));
        assertThat(svg).contains(">9</text>", ">90 %</text>", ">1</text>", ">10 %</text>", ">4</text>", ">100 %</text>");
        assertThat(svg).doesNotContain(">0 %</text>");
        BufferedImage image = PictureFile.png(new Picture("", List.of(panel)));
        // The first row of truth is the upper one: nearly white at its left, nearly black at its right.
        assertThat(image.getRGB(160, 80) & 0xffffff).isEqualTo(ColourMap.MAGMA.rgb(0.9f));
        assertThat(image.getRGB(1700, 80) & 0xffffff).isEqualTo(ColourMap.MAGMA.rgb(0.1f));
    }

    @Test
    void namesThatWouldRunIntoOneAnotherStandUpright() {
        List<String> labels = IntStream.range(0, 30).mapToObj(i -> "genre number " + i).toList();
        Picture crowded = new Picture("", List.of(new ConfusionPanel("Confusion", labels, new int[30][30])));
        Picture spacious = new Picture("", List.of(new ConfusionPanel("Confusion", labels.subList(0, 5), new int[5][5])));

        assertThat(crowded.height() - 30 * 32).isGreaterThan(spacious.height() - 5 * 32 + 70);
        assertThat(PictureFile.svg(crowded)).contains(">genre number 29</text>");
    }

    @Test
    void theMacroCurveIsBlackAndEveryNameTellsItsArea() {
        String svg = PictureFile.svg(new Picture("", List.of(CurvePanels.roc(List.of(FAIR, PERFECT), FAIR))));
        assertThat(svg).contains(">macro (0.650)</text>", ">classical (1.000)</text>", ">pop (0.650)</text>", ">chance (0.500)</text>");
        assertThat(svg.indexOf(">classical")).as("the largest area is named first").isLessThan(svg.indexOf(">pop"));
    }

    @Test
    void moreGenresThanColoursAreDashedAndTooManyLeftToTheMacroCurve() {
        List<Curve> many = IntStream.range(0, 40).mapToObj(i -> new Curve("g" + i, FAIR.x(), FAIR.y(), i / 40.0)).toList();
        String svg = PictureFile.svg(new Picture("", List.of(CurvePanels.precisionRecall(many, FAIR))));
        assertThat(svg).contains("stroke-dasharray", ">g39 (0.975)</text>").doesNotContain(">g3 (");
    }

    @Test
    void reliabilityShowsWhereAnswersAreAndLeavesEmptyBinsOut() {
        List<Panel> panels = CurvePanels.reliability(
                new double[] {0, 0.5}, new double[] {Double.NaN, 0.9}, new double[] {Double.NaN, 0.7}, new int[] {0, 10});
        assertThat(panels).hasSize(2);
        LineChart shares = (LineChart) panels.getFirst();
        assertThat(shares.lines().getLast().x()).containsExactly(0.9);
        assertThat(new Color(PictureFile.png(new Picture("", panels)).getRGB(4, 4))).isEqualTo(Color.WHITE);
        assertThatIllegalArgumentException().isThrownBy(
                () -> CurvePanels.reliability(new double[1], new double[1], new double[1], new int[1]));
    }

    @Test
    void matricesThatDoNotFitTheirLabelsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfusionPanel("", List.of("a"), new int[1][2]));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfusionPanel("", List.of("a", "b"), new int[1][2]));
    }
}
