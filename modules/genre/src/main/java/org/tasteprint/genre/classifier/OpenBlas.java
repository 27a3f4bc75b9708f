package org.tasteprint.genre.classifier;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/**
 * Gives Smile its linear algebra. Smile looks for BLAS and LAPACK among the system's libraries, which a fresh machine lacks,
 * but can be told to take what the JVM has loaded: here, OpenBLAS from its jar. Whatever touches Smile's matrices asks for it
 * first.
 */
final class OpenBlas {
    static {
        Loader.load(openblas.class);
        System.setProperty("smile.lib.blas", "jvm");
        System.setProperty("smile.lib.lapack", "jvm");
        // We call it from as many threads as there are processors: its own would wait for one another, spinning.
        openblas.blas_set_num_threads(1);
    }

    private OpenBlas() {}

    /** Loads the library, once in a JVM: when this class is initialised. */
    static void load() {}
}
