package org.tasteprint.genre.classifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Grows boosted trees with the XGBoost library, and takes its trees over. */
final class XgBoostTrainer {
    private final Examples examples;
    private final XgBoost settings;
    private final double[] weights;
    private final long seed;

    /** @param balanced whether rows of rare labels count more */
    XgBoostTrainer(Examples examples, XgBoost settings, boolean balanced, long seed) {
        this.examples = examples;
        this.settings = settings;
        this.weights = examples.weights(balanced);
        this.seed = seed;
    }

    TreeClassifier train(Progress progress) {
        try (Progress.Task task = progress.begin("growing trees", "rounds", settings.rounds())) {
            DMatrix rows = matrix(examples.rows());
            Booster booster = null;
            try {
                rows.setLabel(Tensors.floats(Arrays.stream(examples.label()).asDoubleStream().toArray()));
                rows.setWeight(Tensors.floats(Arrays.stream(examples.label()).mapToDouble(label -> weights[label]).toArray()));
                booster = XGBoost.train(rows, parameters(), 0, Map.of(), null, null);
                for (int round = 0; round < settings.rounds(); round++) {
                    booster.update(rows, round);
                    task.advance(1);
                }
                return TreeClassifier.ofJson(new String(booster.toByteArray("json"), StandardCharsets.UTF_8));
            } finally {
                if (booster != null) {
                    booster.dispose();
                }
                rows.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost failed", e);
        } catch (LinkageError e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "XGBoost's native library cannot be loaded (%s): take another --classifier".formatted(e.getMessage()), e);
        }
    }

    /** The library's defaults but for what the settings say. */
    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", "multi:softprob");
        parameters.put("num_class", examples.labels());
        parameters.put("max_depth", settings.depth());
        parameters.put("eta", settings.eta());
        parameters.put("seed", Math.abs(Long.hashCode(seed)));
        parameters.put("nthread", Runtime.getRuntime().availableProcessors());
        parameters.put("verbosity", 0);
        return parameters;
    }

    static DMatrix matrix(double[][] rows) throws XGBoostError {
        int columns = rows[0].length;
        float[] values = new float[Math.multiplyExact(rows.length, columns)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / columns][i % columns];
        }
        return new DMatrix(values, rows.length, columns, Float.NaN);
    }
}
