package org.tasteprint.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Numbers that the database has given to names, as many as fit: a table of fixed size in which a newer name takes the place of an
 * older one. Names are known by 128 bits, so that a million of them need 24 MB, and that two would have to be confused is not to be
 * expected of all the names there are.
 */
final class KnownNumbers {
    /** Stands for a name without a number. */
    static final long NONE = -1;

    private final long[] first;
    private final long[] second;
    private final long[] numbers;

    /** @param bits the table has 2 to this power of places */
    KnownNumbers(int bits) {
        first = new long[1 << bits];
        second = new long[1 << bits];
        numbers = new long[1 << bits];
    }

    /** Asks the database for the numbers of names. */
    @FunctionalInterface
    interface Lookup {
        /** A name that the answer lacks has no number. */
        Map<String, Long> numbers(Collection<String> names);
    }

    /**
     * The numbers of names, of which those not known here are asked for, each once.
     *
     * @param names null for a row without a name, whose number is {@link #NONE}
     */
    long[] of(List<String> names, Lookup lookup) {
        long[] found = new long[names.size()];
        Map<String, List<Integer>> unknown = new LinkedHashMap<>();
        for (int i = 0; i < found.length; i++) {
            String name = names.get(i);
            OptionalLong known = name == null ? OptionalLong.of(NONE) : get(name);
            found[i] = known.orElse(NONE);
            if (known.isEmpty()) {
                unknown.computeIfAbsent(name, missing -> new ArrayList<>(1)).add(i);
            }
        }
        Map<String, Long> answer = unknown.isEmpty() ? Map.of() : lookup.numbers(unknown.keySet());
        unknown.forEach((name, rows) -> {
            long number = answer.getOrDefault(name, NONE);
            rows.forEach(row -> found[row] = number);
            put(name, number);
        });
        return found;
    }

    /** Forgets every name. */
    void clear() {
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
    }

    private OptionalLong get(String name) {
        long a = hash(name, 0x9E3779B97F4A7C15L);
        int place = (int) (a & first.length - 1);
        return first[place] == a && second[place] == hash(name, 0xC2B2AE3D27D4EB4FL)
                ? OptionalLong.of(numbers[place])
                : OptionalLong.empty();
    }

    private void put(String name, long number) {
        long a = hash(name, 0x9E3779B97F4A7C15L);
        int place = (int) (a & first.length - 1);
        first[place] = a;
        second[place] = hash(name, 0xC2B2AE3D27D4EB4FL);
        numbers[place] = number;
    }

    private static long hash(String name, long factor) {
        long hash = factor;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * factor;
            hash ^= hash >>> 29;
        }
        return hash ^ hash >>> 32;
    }
}
