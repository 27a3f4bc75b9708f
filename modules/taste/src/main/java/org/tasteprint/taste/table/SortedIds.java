package org.tasteprint.taste.table;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** A set of ids in their order, numbered from 0; a reference each in the heap, and the ids. Immutable. */
public final class SortedIds extends AbstractSet<String> {
    private final String[] ids;

    private SortedIds(String[] ids) {
        this.ids = ids;
    }

    /** The ids, each once. */
    public static SortedIds of(Collection<String> ids) {
        return ids instanceof SortedIds sorted ? sorted : new SortedIds(ids.stream().sorted().distinct().toArray(String[]::new));
    }

    /** The number of an id, or a negative one where it is not there. */
    public int indexOf(String id) {
        return Arrays.binarySearch(ids, id);
    }

    @Override
    public boolean contains(Object id) {
        return id instanceof String text && indexOf(text) >= 0;
    }

    /** The ids by number. */
    public List<String> asList() {
        return List.of(ids);
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.asList(ids).iterator();
    }

    @Override
    public int size() {
        return ids.length;
    }
}
