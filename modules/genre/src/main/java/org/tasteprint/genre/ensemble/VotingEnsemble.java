package org.tasteprint.genre.ensemble;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tasteprint.core.Progress;
import org.tasteprint.genre.classifier.Election;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.genre.evaluation.ReportBuilder;

/**
 * Majority vote of several systems, as Ghosal and Kolekar ("Music genre recognition using deep neural networks and transfer learning",
 * 2018) take it: the genre that most systems name, and among equals that of the highest mean probability.
 */
public final class VotingEnsemble {
    private VotingEnsemble() {}

    /**
     * What the systems say together of the songs that all of them have judged.
     *
     * @param members reports of the same parting of the same songs, at least one
     * @throws IllegalArgumentException when they were parted differently
     */
    public static GenreReport of(List<GenreReport> members, Progress progress) {
        GenreReport first = members.getFirst();
        for (GenreReport member : members) {
            if (!member.split().equals(first.split()) || member.seed() != first.seed()) {
                throw new IllegalArgumentException("members must have judged the same parts; they judged '%s' (seed %d) and '%s' (seed %d)"
                        .formatted(first.split(), first.seed(), member.split(), member.seed()));
            }
        }
        List<String> labels = List.copyOf(
                members.stream().flatMap(member -> member.labels().stream()).collect(Collectors.toCollection(TreeSet::new)));
        List<Map<String, GenreReport.Song>> songs = members.stream().map(VotingEnsemble::byId).toList();
        ReportBuilder report = new ReportBuilder();
        report.trained(labels, Set.of());
        for (GenreReport.Song song : first.songs()) {
            if (songs.stream().allMatch(judged -> judged.containsKey(song.trackId()))) {
                List<GenreReport.Song> said = songs.stream().map(judged -> judged.get(song.trackId())).toList();
                report.judged(together(said, labels), said.stream().map(GenreReport.Song::answer).toList());
            }
        }
        members.forEach(member -> report.took(member.seconds().training(), member.seconds().judging()));
        return report.build(first.split(), first.seed(), progress);
    }

    private static GenreReport.Song together(List<GenreReport.Song> said, List<String> labels) {
        int[] votes = new int[labels.size()];
        double[] mean = new double[labels.size()];
        for (GenreReport.Song song : said) {
            votes[labels.indexOf(song.answer())]++;
            for (int label = 0; label < mean.length; label++) {
                mean[label] += song.probabilities().getOrDefault(labels.get(label), 0.0) / said.size();
            }
        }
        Map<String, Double> probabilities = new TreeMap<>();
        for (int label = 0; label < mean.length; label++) {
            probabilities.put(labels.get(label), mean[label]);
        }
        GenreReport.Song any = said.getFirst();
        return new GenreReport.Song(any.trackId(), any.fold(), any.truth(), labels.get(Election.winner(votes, mean)), probabilities);
    }

    private static Map<String, GenreReport.Song> byId(GenreReport report) {
        return report.songs().stream().collect(Collectors.toMap(GenreReport.Song::trackId, Function.identity()));
    }
}
