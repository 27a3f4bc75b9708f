/**
 * Rows of numbers outside the Java heap. What grows with interactions or tracks is in temporary files that are mapped into memory
 * ({@link org.tasteprint.taste.table.MappedRows}), of which the system keeps as much as it has room for; vectors that training changes
 * are in native memory ({@link org.tasteprint.taste.table.VectorTable}). Either is freed when nobody has it any more.
 */
package org.tasteprint.taste.table;
