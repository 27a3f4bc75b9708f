package org.tasteprint.taste.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tasteprint.nets.Tensor;

class TablesTest {
    @Test
    void rowsAreReadAsTheyWereWrittenHoweverManyThereAre() {
        for (int count : new int[] {0, 3, 200_000}) {
            MappedRows rows = new MappedRows(Integer.BYTES);
            for (int i = 0; i < count; i++) {
                int number = 7 * i;
                rows.add(to -> to.putInt(number));
            }
            MemorySegment memory = rows.mapped();
            assertThat(rows.rows()).isEqualTo(count);
            assertThat(memory.byteSize()).isEqualTo(4L * count);
            for (int i = 0; i < count; i++) {
                assertThat(memory.getAtIndex(ValueLayout.JAVA_INT_UNALIGNED, i)).isEqualTo(7 * i);
            }
        }
    }

    @Test
    void numbersAreThoseOfAMap() {
        SplittableRandom random = new SplittableRandom(1);
        Numbered numbered = new Numbered();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String name = Integer.toString(random.nextInt(5000), 36);
            expected.putIfAbsent(name, expected.size());
            assertThat(numbered.of(name)).isEqualTo(expected.get(name));
        }
        assertThat(numbered.size()).isEqualTo(expected.size());
        expected.forEach((name, number) -> {
            assertThat(numbered.find(name)).isEqualTo(number);
            assertThat(numbered.names().get(number)).isEqualTo(name);
        });
        assertThat(numbered.find("nobody")).isEqualTo(-1);
    }

    @Test
    void sortedIdsAreASetWithNumbers() {
        SortedIds ids = SortedIds.of(List.of("c", "a", "b", "a"));
        assertThat(ids).containsExactly("a", "b", "c").isEqualTo(Set.of("a", "b", "c"));
        assertThat(ids.indexOf("b")).isEqualTo(1);
        assertThat(ids.contains("d")).isFalse();
    }

    @Test
    void aTableGivesItsRowsAndTakesThemFromTheHeapAndBack() {
        Tensor matrix = new Tensor(new long[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6});
        VectorTable table = VectorTable.of(matrix);
        table.write(0, new float[] {7, 8, 9});
        assertThat(table.row(0)).containsExactly(7, 8, 9);
        assertThat(table.asList().get(1)).containsExactly(4, 5, 6);
        assertThat(table.tensor().values()).containsExactly(7, 8, 9, 4, 5, 6);
        assertThat(VectorTable.of(table.saved()).tensor()).isEqualTo(table.tensor());
    }
}
