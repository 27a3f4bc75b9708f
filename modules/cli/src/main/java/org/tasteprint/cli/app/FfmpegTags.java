package org.tasteprint.cli.app;

import java.nio.file.Path;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.audio.AudioTags;
import org.tasteprint.catalog.FileTags;
import org.tasteprint.catalog.TagReader;

/** Lends the catalogue, which knows nothing of audio, the tags of sound files. */
final class FfmpegTags implements TagReader {
    @Override
    public FileTags read(Path file) {
        AudioTags tags = AudioFile.tags(file);
        return new FileTags(tags.artist(), tags.title(), tags.album(), tags.year(), tags.genre());
    }

    @Override
    public boolean accepts(Path file) {
        return AudioFile.hasAudioExtension(file);
    }
}
