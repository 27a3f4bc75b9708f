package org.tasteprint.taste.listener;

import java.util.Arrays;

/** Which members each group has. */
final class Groups {
    private Groups() {}

    /**
     * The members of each group, ascending.
     *
     * @param groupOf the group of each member, in 0..groups-1
     */
    static int[][] of(int[] groupOf, int groups) {
        int[] sizes = new int[groups];
        Arrays.stream(groupOf).forEach(group -> sizes[group]++);
        int[][] members = new int[groups][];
        Arrays.setAll(members, group -> new int[sizes[group]]);
        for (int member = groupOf.length - 1; member >= 0; member--) {
            members[groupOf[member]][--sizes[groupOf[member]]] = member;
        }
        return members;
    }
}
