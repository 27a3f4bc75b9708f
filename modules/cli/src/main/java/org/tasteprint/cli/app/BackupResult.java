package org.tasteprint.cli.app;

import java.nio.file.Path;

/**
 * What was kept, or brought back.
 *
 * @param file    the backup
 * @param bytes   its size
 * @param files   features, models, spaces and evaluations in it
 * @param rows    of the database in it
 * @param seconds that it took
 */
public record BackupResult(Path file, long bytes, long files, long rows, double seconds) {}
