package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.tasteprint.cli.app.SimilarRequest.Choice;
import org.tasteprint.cli.app.TrackAttributes;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Years;
import org.tasteprint.server.music.ListenerChoice;
import picocli.CommandLine.Option;

/** The options that say which tracks may be answered. */
final class ChoiceOptions {
    @Option(names = "--genre", split = ",", paramLabel = "GENRE", description = "Only of these genres.")
    private Set<String> genres = Set.of();

    @Option(names = "--artist", paramLabel = "ARTIST", description = "Only by this artist; may be repeated.")
    private Set<String> artists = Set.of();

    @Option(names = "--album", paramLabel = "ALBUM", description = "Only from this album; may be repeated.")
    private Set<String> albums = Set.of();

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "Only with one of these tags.")
    private Set<String> tags = Set.of();

    @Option(
            names = "--year",
            converter = YearsConverter.class,
            paramLabel = "YEARS",
            description = "Only of this year or these years: 1994 or 1990-1999.")
    private Years years = Years.ANY;

    @Option(names = "--folder", paramLabel = "DIR", description = "Only files in this folder or below it.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--exclude", split = ",", paramLabel = "TRACK", description = "Without these tracks.")
    private Set<String> excluded = Set.of();

    @Option(names = "--exclude-artist", paramLabel = "ARTIST", description = "Without this artist; may be repeated.")
    private Set<String> excludedArtists = Set.of();

    @Option(names = "--exclude-played", defaultValue = "", paramLabel = "USER", description = "Without what this listener has met.")
    private String playedBy;

    @Option(names = "--exclude-disliked", defaultValue = "", paramLabel = "USER", description = "Without what this listener dislikes.")
    private String dislikedBy;

    @Option(names = "--liked", defaultValue = "", paramLabel = "USER", description = "Only what this listener likes.")
    private String likedBy;

    @Option(names = "--exclude-liked", defaultValue = "", paramLabel = "USER", description = "Without what this listener likes.")
    private String notLikedBy;

    Choice choice() {
        Filter filter = Filter.NONE
                .genres(genres)
                .artists(artists)
                .albums(albums)
                .tags(tags)
                .years(years)
                .folder(folder.map(TrackAttributes::slashed).orElse(""))
                .withoutIds(excluded)
                .withoutArtists(excludedArtists);
        return new Choice(filter, new ListenerChoice(likedBy, notLikedBy, dislikedBy, playedBy));
    }
}
