/**
 * What this machine does: the product's own work, measured. {@link org.tasteprint.bench.Throughput} answers the {@code bench}
 * command in seconds; the JMH benchmarks beside it are for those who change the code:
 *
 * <pre>
 *   ./tasteprint bench --jmh              all of them, some minutes
 *   ./tasteprint bench --jmh Librosa      those whose name matches
 * </pre>
 *
 * <p>Nearest neighbours are measured on vectors that are made, or on anybody's. The made ones can be kept, so that another program can be
 * asked about the same (hnswlib and FAISS read {@code .npy} through NumPy); a build of a million must do with a heap of 1 GB:
 *
 * <pre>
 *   ./tasteprint bench ann --made 200000 --save /tmp/ann
 *   TASTEPRINT_JAVA_OPTS=-Xmx1g ./tasteprint bench ann --made 1000000 --precision float32
 * </pre>
 *
 * <p>A server is put under load on a home of invented tracks; the load comes at a constant rate, and each answer's time is counted from
 * the moment at which its request was due:
 *
 * <pre>
 *   ./tasteprint --home /tmp/bench bench fixture --tracks 200000
 *   ./tasteprint --home /tmp/bench serve &amp;
 *   ./tasteprint bench http --rate 500 --seconds 60
 *   ./tasteprint bench http --rate 500 --seconds 60 --uploaders 10
 *   ./tasteprint bench http --rate 500 --seconds 600                  with ps -o rss= before and after
 * </pre>
 */
package org.tasteprint.bench;
