/**
 * What this machine does: the product's own work, measured. {@link org.tasteprint.bench.Throughput} answers the {@code bench}
 * command in seconds; the JMH benchmarks beside it are for those who change the code:
 *
 * <pre>
 *   ./tasteprint bench --jmh              all of them, some minutes
 *   ./tasteprint bench --jmh Librosa      those whose name matches
 * </pre>
 */
package org.tasteprint.bench;
