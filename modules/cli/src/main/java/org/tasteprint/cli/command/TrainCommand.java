package org.tasteprint.cli.command;

import org.tasteprint.cli.app.GenreTraining;
import org.tasteprint.cli.app.TasteRequest;
import org.tasteprint.cli.app.TasteTraining;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.classifier.LearningCurve;
import org.tasteprint.taste.tower.Negative;
import org.tasteprint.taste.tower.TowerLoss;
import org.tasteprint.taste.user.UserKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        description = "Learns from the catalogue, or from music made for the purpose.",
        subcommands = {TrainCommand.Taste.class, TrainCommand.Genre.class, TrainBackboneCommand.class})
final class TrainCommand extends CommandGroup {
    @Command(
            name = "taste",
            description = "Learns user embeddings from histories and a Siamese tower that hears what a listener will like.",
            footer = {"", "Examples:", "  tasteprint train taste", "  tasteprint train taste --split train --tower features:musicnn-msd,musicnn-mtt", "  tasteprint train taste --tower conv", "  tasteprint train taste --tower musicnn", "  tasteprint train taste --loss in-batch --negatives dislikes,hard", "  tasteprint train taste --users dnn"})
    static final class Taste extends Action<TasteTraining> {
        @Mixin
        private TasteOptions options;

        @Option(names = "--split", defaultValue = "", paramLabel = "NAME", description = "Learn only from tracks of this split (default: train, where tracks have splits; else all).")
        private String split;

        @Override
        TasteTraining run(Workspace workspace) {
            return workspace.taste().train(options.request(), split);
        }

        @Override
        String text(TasteTraining training) {
            double first = training.loss().isEmpty() ? 0 : training.loss().getFirst();
            double last = training.loss().isEmpty() ? 0 : training.loss().getLast();
            String learned = "Learned the taste of %,d listeners from %,d tracks in %.1f s: %,d triplets in %d epochs, loss %.4f → %.4f.%n"
                    .formatted(training.users(), training.tracks(), training.seconds(), training.triplets(), training.epochs(), first, last);
            return learned + training.picture().map("Learning curve: %s%n"::formatted).orElse("");
        }
    }

    @Command(
            name = "genre",
            description = "Learns to tell genres from features: joined, reduced by PCA, classified.",
            footer = {
                "",
                "Examples:",
                "  tasteprint train genre --features musicnn-msd,musicnn-mtt,taste --classifier svm --pca 128",
                "  tasteprint train genre --classifier knn --grid",
                "  tasteprint train genre --classifier mlp --features choi160 --pca 0 --class-weights balanced",
                "  tasteprint train genre --network musicnn-msd --hop 1s",
                "  tasteprint train genre --network musicnn-msd --unfreeze 1"
            })
    static final class Genre extends Action<GenreTraining> {
        @Mixin
        private GenreOptions options;

        @Option(names = "--split", defaultValue = "", paramLabel = "NAME", description = "Learn only from tracks of this split (default: train, where tracks have splits; else all).")
        private String split;

        @Override
        GenreTraining run(Workspace workspace) {
            return workspace.genres().train(options.settings(workspace.genres()), split);
        }

        @Override
        String text(GenreTraining training) {
            String learned = "Learned %d genres (%s) in %.1f s: %s%n"
                    .formatted(training.labels().size(), String.join(", ", training.labels()), training.seconds(), training.model());
            return learned + training.curve().map(Genre::text).orElse("")
                    + training.picture().map("Learning curve: %s%n"::formatted).orElse("");
        }

        private static String text(LearningCurve curve) {
            LearningCurve.Epoch kept = curve.epochs().get(curve.best());
            String judged = kept.validation().isPresent() && kept.accuracy().isPresent()
                    ? "on songs held out, cost %.3f, %.1f %% of segments right"
                            .formatted(kept.validation().getAsDouble(), 100 * kept.accuracy().getAsDouble())
                    : "cost %.3f in training".formatted(kept.training());
            return "Kept epoch %d of %d: %s.%n".formatted(curve.best() + 1, curve.epochs().size(), judged);
        }
    }

    /** What training and cross-validating taste have in common. */
    static final class TasteOptions {
        @Option(names = "--tower", defaultValue = "", paramLabel = "TOWER", description = "conv (learns from log-mel), musicnn (the same, from the published network's weights on) or features:A,B (over extracted features; default: musicnn-mtt-penultimate where the published networks are, else musicnn-rendered and logmel-stats; where no track has these, what most tracks have).")
        private String tower;

        @Option(names = "--users", defaultValue = "als", paramLabel = "als|dnn", description = "How a listener's vector comes of their history: als (matrix factorisation) or dnn (the candidate network of YouTube); default: ${DEFAULT-VALUE}.")
        private String users;

        @Option(names = "--loss", defaultValue = "margin", paramLabel = "LOSS", description = "margin (of cosines), softmax (over liked and disliked) or in-batch (over every track of a batch); default: ${DEFAULT-VALUE}.")
        private String loss;

        @Option(names = "--negatives", defaultValue = "dislikes,skips,even", paramLabel = "NAME[,NAME...]", description = "What is taken for disliked: dislikes, skips; of artists that the listener does not play even, popular or hard ones (default: ${DEFAULT-VALUE}).")
        private String negatives;

        @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
        private long seed;

        @Option(names = "--epochs", defaultValue = "0", paramLabel = "N", description = "How often the triplets are gone through (default: what the tower needs).")
        private int epochs;

        @Option(names = "--hop", defaultValue = "3s", converter = HopConverter.class, paramLabel = "1s|3s", description = "Which of the extracted windows (default: ${DEFAULT-VALUE}).")
        private Hop hop;

        TasteRequest request() {
            return new TasteRequest(tower, UserKind.parse(users), TowerLoss.parse(loss), Negative.parse(negatives), seed, epochs, hop);
        }
    }
}
