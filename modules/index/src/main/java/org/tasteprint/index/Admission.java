package org.tasteprint.index;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Years;

/** Which documents a filter lets through: the wanted ones by Lucene's queries, less the unwanted ones, which are few. */
final class Admission {
    private final Weight wanted;
    private final Filter filter;

    private Admission(Weight wanted, Filter filter) {
        this.wanted = wanted;
        this.filter = filter;
    }

    /** The filter, made ready for the segments of a reader. */
    static Admission of(Filter filter, IndexSearcher searcher) throws IOException {
        BooleanQuery.Builder parts = new BooleanQuery.Builder();
        any(parts, Documents.GENRE, Documents.fold(filter.genres()));
        any(parts, Documents.ARTIST, Documents.fold(filter.artists()));
        any(parts, Documents.ALBUM, Documents.fold(filter.albums()));
        any(parts, Documents.TAG, Documents.fold(filter.tags()));
        if (!filter.years().equals(Years.ANY)) {
            parts.add(IntPoint.newRangeQuery(Documents.YEAR, filter.years().from(), filter.years().to()), Occur.FILTER);
        }
        if (!filter.folder().isEmpty()) {
            parts.add(new PrefixQuery(new Term(Documents.FOLDER, Documents.folder(filter.folder()))), Occur.FILTER);
        }
        filter.onlyIds().ifPresent(ids -> parts.add(oneOf(Documents.ID, ids), Occur.FILTER));
        BooleanQuery query = parts.build();
        return new Admission(
                query.clauses().isEmpty()
                        ? null
                        : searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1),
                filter);
    }

    private static void any(BooleanQuery.Builder parts, String field, Collection<String> names) {
        if (!names.isEmpty()) {
            parts.add(oneOf(field, names), Occur.FILTER);
        }
    }

    private static TermInSetQuery oneOf(String field, Collection<String> names) {
        return new TermInSetQuery(field, names.stream().map(BytesRef::new).toList());
    }

    /** Whether everything is let through, removed documents apart. */
    boolean isOpen() {
        return wanted == null && filter.withoutIds().isEmpty() && filter.withoutArtists().isEmpty();
    }

    /** The documents of a segment that are let through. */
    FixedBitSet of(LeafReaderContext segment) throws IOException {
        LeafReader reader = segment.reader();
        FixedBitSet admitted = new FixedBitSet(reader.maxDoc());
        if (wanted == null) {
            admitted.set(0, reader.maxDoc());
        } else {
            Scorer scorer = wanted.scorer(segment);
            if (scorer != null) {
                admitted.or(scorer.iterator());
            }
        }
        without(admitted, reader, Documents.ID, filter.withoutIds());
        without(admitted, reader, Documents.ARTIST, Documents.fold(filter.withoutArtists()));
        Bits live = reader.getLiveDocs();
        if (live != null) {
            live.applyMask(admitted, 0);
        }
        return admitted;
    }

    private static void without(FixedBitSet admitted, LeafReader reader, String field, Collection<String> names)
            throws IOException {
        for (String name : names) {
            PostingsEnum documents = reader.postings(new Term(field, name), PostingsEnum.NONE);
            if (documents == null) {
                continue;
            }
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                admitted.clear(doc);
            }
        }
    }
}
