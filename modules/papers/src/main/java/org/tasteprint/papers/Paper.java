package org.tasteprint.papers;

import java.util.ArrayList;
import java.util.List;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** A published system that can be run again. */
public interface Paper {
    /** Every paper. */
    List<Paper> ALL = List.of(new ChenLiang(), new LiangGu(), new GhosalKolekar(), new Chourdakis(), new SanfizTorra());

    /** Short name, as the command line spells it. */
    String name();

    /** Who, what, when. */
    String citation();

    /** What its figures were measured on. */
    String dataset();

    /**
     * Runs every variant of its table; asked twice, first by a laboratory that only notes what is needed.
     *
     * @param notes takes what is to be said beside the table
     */
    List<Row> rows(Laboratory laboratory, List<String> notes);

    /** Runs it and says how long it took. */
    default Reproduction reproduce(Laboratory laboratory) {
        long begin = System.nanoTime();
        List<String> notes = new ArrayList<>();
        List<Row> rows = laboratory.table(within -> {
            notes.clear();
            return rows(within, notes);
        });
        return new Reproduction(
                name(), citation(), dataset(), laboratory.effort(), laboratory.seed(), rows, notes, (System.nanoTime() - begin) / 1e9);
    }

    /**
     * The paper of a name.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when there is none
     */
    static Paper of(String name) {
        return ALL.stream().filter(paper -> paper.name().equals(name)).findFirst().orElseThrow(() -> new TasteprintException(
                Kind.INVALID_INPUT,
                "there is no paper '%s'; there are %s".formatted(name, String.join(", ", ALL.stream().map(Paper::name).toList()))));
    }
}
