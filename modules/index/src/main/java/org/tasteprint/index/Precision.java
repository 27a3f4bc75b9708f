package org.tasteprint.index;

/** How the graph of a large space sees its vectors; answers are always ordered by the exact vectors. */
public enum Precision {
    /** As they are, four bytes a dimension. */
    FLOAT32,
    /** In one byte a dimension beside the exact ones: searches read a quarter, the disk holds five quarters. */
    INT8
}
