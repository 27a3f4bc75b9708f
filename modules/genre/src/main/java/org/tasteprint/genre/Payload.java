package org.tasteprint.genre;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays in a model file: their lengths, then their values, big-endian. */
final class Payload {
    private Payload() {}

    static void write(DataOutput out, double[] row) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Double.BYTES * row.length);
        bytes.putInt(row.length).asDoubleBuffer().put(row);
        out.write(bytes.array());
    }

    static void write(DataOutput out, double[][] rows) throws IOException {
        out.writeInt(rows.length);
        for (double[] row : rows) {
            write(out, row);
        }
    }

    static double[] readRow(DataInput in) throws IOException {
        byte[] bytes = new byte[Math.multiplyExact(in.readInt(), Double.BYTES)];
        in.readFully(bytes);
        double[] row = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(row);
        return row;
    }

    static double[][] readRows(DataInput in) throws IOException {
        double[][] rows = new double[in.readInt()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = readRow(in);
        }
        return rows;
    }
}
