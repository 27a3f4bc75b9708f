package org.tasteprint.index;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.tasteprint.index.query.Attributes;
import tools.jackson.databind.json.JsonMapper;

/** How a point becomes a document of Lucene's, and back. */
final class Documents {
    static final String ID = "id";
    static final String VECTOR = "vector";
    static final String ARTIST = "artist";
    static final String ALBUM = "album";
    static final String GENRE = "genre";
    static final String TAG = "tag";
    static final String YEAR = "year";
    static final String FOLDER = "folder";

    /** All attributes as they came, for a point that moves to another version. */
    private static final String ATTRIBUTES = "attributes";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Documents() {}

    /** @param unit float[dimensions] of length 1 */
    static Document of(String id, float[] unit, Attributes attributes) {
        Document document = new Document();
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(id)));
        document.add(new KnnFloatVectorField(VECTOR, unit, VectorSimilarityFunction.DOT_PRODUCT));
        if (!attributes.equals(Attributes.NONE)) {
            describe(document, attributes);
        }
        return document;
    }

    private static void describe(Document document, Attributes attributes) {
        document.add(new BinaryDocValuesField(ATTRIBUTES, new BytesRef(JSON.writeValueAsBytes(attributes))));
        named(document, ARTIST, attributes.artist());
        named(document, ALBUM, attributes.album());
        named(document, GENRE, attributes.genre());
        attributes.tags().forEach(tag -> named(document, TAG, tag));
        if (attributes.year() != 0) {
            document.add(new IntPoint(YEAR, attributes.year()));
        }
        if (!attributes.folder().isEmpty()) {
            document.add(new StringField(FOLDER, folder(attributes.folder()), Field.Store.NO));
        }
    }

    private static void named(Document document, String field, String name) {
        if (!name.isBlank()) {
            document.add(new StringField(field, fold(name), Field.Store.NO));
        }
    }

    static Attributes attributes(BytesRef json) {
        return JSON.readValue(json.bytes, json.offset, json.length, Attributes.class);
    }

    static String attributesField() {
        return ATTRIBUTES;
    }

    static Term id(String id) {
        return new Term(ID, id);
    }

    /** What names are compared by. */
    static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    static Set<String> fold(Set<String> names) {
        return names.stream().map(Documents::fold).collect(Collectors.toSet());
    }

    /** With a mark at its end, so that one folder's name is not the beginning of another's. */
    static String folder(String folder) {
        return folder.endsWith("/") ? folder : folder + "/";
    }
}
