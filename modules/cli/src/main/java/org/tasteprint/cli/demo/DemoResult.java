package org.tasteprint.cli.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.net.URI;
import java.util.Optional;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.taste.evaluation.TasteReport;

/**
 * What the tour found. An evaluation is absent where the data does not allow it: nobody's listens, no genres.
 *
 * @param taste             how well taste is learned
 * @param genre             how well genres are told, with taste among the features where it is learned
 * @param genreWithoutTaste the same without taste, for comparison
 * @param mcnemarP          probability of a difference this large between the two by chance (exact McNemar test)
 * @param seconds           how long it all took
 * @param url               where the web client is served
 */
@JsonInclude(Include.NON_ABSENT)
public record DemoResult(
        Optional<TasteReport> taste,
        Optional<GenreReport> genre,
        Optional<GenreReport> genreWithoutTaste,
        Optional<Double> mcnemarP,
        double seconds,
        Optional<URI> url) {
    /** The same, now served. */
    public DemoResult at(URI address) {
        return new DemoResult(taste, genre, genreWithoutTaste, mcnemarP, seconds, Optional.of(address));
    }
}
