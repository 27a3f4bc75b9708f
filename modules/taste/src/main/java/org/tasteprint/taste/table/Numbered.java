package org.tasteprint.taste.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Numbers for names, from 0 in the order in which they come first. In the heap are each name once and some 16 bytes more, a quarter of
 * what a map takes.
 */
public final class Numbered {
    private final List<String> names = new ArrayList<>();
    /** 1 + the number of a name at the first free place from that of its hash on; 0 where nothing is. */
    private int[] slots = new int[16];

    public Numbered() {}

    /** Numbers names in their order. */
    public Numbered(Iterable<String> names) {
        names.forEach(this::of);
    }

    /** The number of a name, which is new where it did not have one. */
    public int of(String name) {
        int slot = slot(name);
        if (slots[slot] == 0) {
            names.add(name);
            slots[slot] = names.size();
            if (2 * names.size() > slots.length) {
                slots = new int[Math.multiplyExact(2, slots.length)];
                for (int number = 0; number < names.size(); number++) {
                    slots[slot(names.get(number))] = number + 1;
                }
            }
            return names.size() - 1;
        }
        return slots[slot] - 1;
    }

    /** The number of a name, or -1 where it has none. */
    public int find(String name) {
        return slots[slot(name)] - 1;
    }

    private int slot(String name) {
        int hash = name.hashCode() * 0x9E3779B9;
        int slot = (hash ^ hash >>> 15) & slots.length - 1;
        while (slots[slot] != 0 && !names.get(slots[slot] - 1).equals(name)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    public int size() {
        return names.size();
    }

    /** The names by number. */
    public List<String> names() {
        return Collections.unmodifiableList(names);
    }
}
