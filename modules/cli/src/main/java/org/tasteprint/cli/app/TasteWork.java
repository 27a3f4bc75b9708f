package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.features.Hop;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.taste.TasteModel;
import org.tasteprint.taste.TasteTrainer;
import org.tasteprint.taste.evaluation.Items;
import org.tasteprint.taste.evaluation.TasteEvaluation;
import org.tasteprint.taste.evaluation.TasteReport;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.Tower;
import org.tasteprint.taste.user.UserKind;

/** Trains and evaluates taste. */
public final class TasteWork {
    /** Name of the feature and of the space that taste fills. */
    static final String FEATURE = TasteModel.FEATURE;

    private final Workspace workspace;

    TasteWork(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Trains a tower and derives the taste of every track; a model that was made from the same data and settings is reused.
     *
     * @param split the split to learn from; empty for the default
     */
    public TasteTraining train(TasteRequest request, String split) {
        long start = System.nanoTime();
        TasteSettings settings = settings(request, Splits.training(workspace.catalog().tracks(), split));
        TasteModel model = workspace.tasteModel().current().orElse(null);
        boolean reused = model != null
                && model.settings().equals(settings)
                && model.provenance().dataHash().equals(workspace.catalog().dataHash());
        Optional<Path> picture = Optional.empty();
        if (!reused) {
            Path folder = workspace.settings().home().resolve("taste-training");
            model = new TasteTrainer(folder).train(workspace.catalog(), workspace.features(), settings, workspace.progress());
            model.save(workspace.settings().tasteModel());
            picture = draw(model);
        }
        List<String> ids = workspace.catalog().tracks().stream().map(Track::id).toList();
        workspace.features().writeDerived(FEATURE, TasteRows.parts(model, workspace.features(), ids));
        return new TasteTraining(
                FEATURE,
                model.users().size(),
                model.trainingTracks().size(),
                model.triplets(),
                model.lossPerEpoch().size(),
                model.lossPerEpoch(),
                model.validationPerEpoch(),
                picture,
                (System.nanoTime() - start) / 1e9,
                reused);
    }

    private Optional<Path> draw(TasteModel model) {
        double[] loss = values(model.lossPerEpoch());
        double[] validation = values(model.validationPerEpoch());
        return validation.length == 0
                ? Optional.empty()
                : new LearningCurvePicture(
                                "Mean loss", loss, new double[0], "Pairwise accuracy", validation, loss.length - 1)
                        .besides(workspace.settings().tasteModel(), workspace.progress());
    }

    private static double[] values(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Evaluates the trained model on a split that it has not seen; a log without any track in the catalogue is judged by its histories
     * alone.
     *
     * @param users how vectors come of histories, where these alone are judged; a trained model has its own way
     * @param items what is ranked in the implicit part; found out from the log when empty
     */
    public TasteReport evaluateSplit(String split, UserKind users, Optional<Items> items) {
        if (workspace.catalog().counts().tracks() == 0) {
            return ofHistories(TasteSettings.of(Tower.parse("conv")).with(draft -> draft.users = users), items);
        }
        Splits.existing(workspace.catalog().tracks(), split);
        return kept(model().settings(), evaluation(model().settings(), items).split(model(), split, workspace.progress()));
    }

    /** Trains and evaluates in folds by artist, otherwise as {@link #evaluateSplit}. */
    public TasteReport evaluateFolds(TasteRequest request, int folds, Optional<Items> items) {
        if (workspace.catalog().counts().tracks() == 0) {
            return ofHistories(
                    TasteSettings.of(Tower.parse("conv")).with(draft -> {
                        draft.users = request.users();
                        draft.seed = request.seed();
                    }),
                    items);
        }
        TasteSettings settings = settings(request, "");
        return kept(settings, evaluation(settings, items).folds(folds, workspace.progress()));
    }

    private TasteReport ofHistories(TasteSettings settings, Optional<Items> items) {
        return kept(settings, evaluation(settings, items).histories());
    }

    private TasteReport kept(TasteSettings settings, TasteReport report) {
        new EvaluationFile("taste", Instant.now(), settings.asText(), report).write(workspace.settings().evaluations());
        return report;
    }

    /** The trained model. */
    TasteModel model() {
        return workspace.tasteModel().current().orElseThrow(() -> new TasteprintException(
                Kind.UNAVAILABLE, "there is no taste model yet: run './tasteprint train taste' first"));
    }

    /** A model that has seen none but these tracks: the trained one where that is so, else one trained now with its settings. */
    TasteModel modelOfOnly(Set<String> trackIds) {
        TasteModel trained = model();
        if (trackIds.containsAll(trained.trainingTracks())) {
            return trained;
        }
        return new TasteTrainer().train(
                TasteData.of(workspace.catalog()),
                workspace.features(),
                trackIds,
                trained.settings().with(draft -> draft.tower = started(draft.tower)),
                workspace.progress());
    }

    private TasteEvaluation evaluation(TasteSettings settings, Optional<Items> items) {
        TasteData data = TasteData.of(workspace.catalog());
        TasteEvaluation evaluation = items.map(kind -> new TasteEvaluation(data, workspace.features(), settings, kind))
                .orElseGet(() -> new TasteEvaluation(data, workspace.features(), settings));
        if (evaluation.everyRanked() > 1) {
            workspace.progress().note("there are many interactions: rankings are judged by one listener of %d".formatted(evaluation.everyRanked()));
        }
        return evaluation;
    }

    private TasteSettings settings(TasteRequest request, String split) {
        Tower tower = request.tower().isEmpty() ? heardByDefault(request.hop()) : started(Tower.parse(request.tower()));
        return TasteSettings.of(tower).with(draft -> {
            draft.users = request.users();
            draft.loss = request.loss();
            draft.negatives = request.negatives();
            draft.seed = request.seed();
            draft.split = split;
            draft.hop = request.hop();
            draft.epochs = request.epochs() == 0 ? draft.epochs : request.epochs();
        });
    }

    private Tower heardByDefault(Hop hop) {
        List<String> ids = workspace.catalog().tracks().stream().map(Track::id).toList();
        return new Tower.Features(TowerFeatures.of(
                Defaults.ofTaste(workspace.registry()), workspace.features(), hop, ids, workspace.progress()::note));
    }

    /** The tower with the weights that it starts from: the published network's, or where they are absent, those that come along. */
    private Tower started(Tower tower) {
        return switch (tower) {
            case Tower.Tuned _ -> new Tower.Tuned(
                    Musicnn.parameters(workspace.pretrained().weights(Defaults.tagger(workspace.registry()))));
            case Tower.Conv _, Tower.Features _ -> tower;
        };
    }
}
