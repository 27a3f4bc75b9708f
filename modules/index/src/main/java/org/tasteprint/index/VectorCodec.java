package org.tasteprint.index;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Lucene's own codec and file formats, with four of their settings changed for writing: whether a graph is made at all, in which
 * precision, by how many threads, and how long a vector may be. What it writes, Lucene reads without it.
 */
final class VectorCodec extends FilterCodec {
    /** Concatenated features of two networks have about 1 500 dimensions; Lucene's default limit is 1 024. */
    static final int MAX_DIMENSIONS = 4096;

    /** Neighbours of a node of the graph: Lucene's default. */
    private static final int MAX_CONNECTIONS = 16;

    /**
     * Candidates looked at when a node is added. With Lucene's default of 100, some points of tight clusters become neighbours of
     * none, and no search finds them however broad it is: of 200 000 in 50 clusters 99.65 % are found at most, with 250 99.96 %. It
     * makes building take twice as long.
     */
    private static final int BEAM_WIDTH = 200;

    /** A segment needs a graph when a search of this many would see but a part of it: this many means never. */
    private static final int NEVER = 1 << 24;

    private final KnnVectorsFormat format;

    private VectorCodec(KnnVectorsFormat format) {
        this(Codec.getDefault(), format);
    }

    private VectorCodec(Codec base, KnnVectorsFormat format) {
        super(base.getName(), base);
        this.format = new PerFieldKnnVectorsFormat() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return format;
            }
        };
    }

    /** Writes vectors alone: a search reads all of them. */
    static VectorCodec withoutGraph() {
        return new VectorCodec(
                new LongVectors(new Lucene99HnswVectorsFormat(MAX_CONNECTIONS, BEAM_WIDTH, 1, null, NEVER)));
    }

    /** Writes vectors and their graph, by several threads of {@code workers}. */
    static VectorCodec withGraph(Precision precision, int threads, ExecutorService workers) {
        // Lucene wants no executor where there is one thread.
        ExecutorService executor = threads == 1 ? null : workers;
        return new VectorCodec(new LongVectors(
                switch (precision) {
                    case FLOAT32 -> new Lucene99HnswVectorsFormat(MAX_CONNECTIONS, BEAM_WIDTH, threads, executor);
                    case INT8 -> new Lucene104HnswScalarQuantizedVectorsFormat(
                            ScalarEncoding.UNSIGNED_BYTE, MAX_CONNECTIONS, BEAM_WIDTH, threads, executor);
                }));
    }

    @Override
    public KnnVectorsFormat knnVectorsFormat() {
        return format;
    }

    /** The format under its own name, so that reading needs nothing of ours. */
    private static final class LongVectors extends KnnVectorsFormat {
        private final KnnVectorsFormat format;

        LongVectors(KnnVectorsFormat format) {
            super(format.getName());
            this.format = format;
        }

        @Override
        public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
            return format.fieldsWriter(state);
        }

        @Override
        public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
            return format.fieldsReader(state);
        }

        @Override
        public int getMaxDimensions(String field) {
            return MAX_DIMENSIONS;
        }
    }
}
