/**
 * Sound files to samples, tags and log-mel spectrograms. {@link org.tasteprint.audio.AudioFile} decodes whatever FFmpeg can
 * read to mono at the rate asked for, and {@link org.tasteprint.audio.LogMel} computes what the musicnn networks see. The
 * package {@code librosa} computes mel spectrograms, MFCC, chroma, tonnetz and tempograms as librosa does.
 *
 * <h2>Files from strangers</h2>
 *
 * <p>FFmpeg's decoders are C, and a file made for it can crash one or keep it busy for ever. So what extraction and the server
 * decode, they decode in {@linkplain org.tasteprint.audio.DecoderPool worker processes}: small JVMs that run {@link
 * org.tasteprint.audio.AudioFile} on one file at a time and send samples through a pipe. Pipes cost about six hundredths of a
 * millisecond a second of sound, a tenth of the decoding itself, which runs beside the caller's work instead of within it;
 * shared memory would save little of that.
 *
 * <ul>
 *   <li>A file has two minutes of decoding. The worker looks at the clock between packets and whenever it reads; a decoder that
 *       hangs within a packet is killed from outside. Waiting for the caller, whose networks are slower, does not count.
 *   <li>A worker that crashes takes its file along and nothing else. The file gets another chance in a new worker, which goes on
 *       where the first was; when that dies too, the file is refused as {@code DECODER_CRASHED}.
 * <li>A worker has a heap of 128 MB, 1 GB of native memory before JavaCPP refuses more, and no single allocation of FFmpeg's
 *       above 256 MB.
 *   <li>Formats that make FFmpeg open other files or addresses (playlists, numbered pictures, network sessions) are
 *       switched off, and so is every protocol but plain files: a stranger's file cannot choose what is read. The worker is
 *       not shut off from the system beyond that: a file that takes over the decoder has the rights of the user who runs it.
 *   <li>Workers end with the process that started them, however it ends: the operating system closes their standard input.
 *   <li>Memory follows what is asked for, never the length that a header claims: sound is delivered in blocks, and who collects
 *       them needs about 4 MB a minute at 16 kHz.
 * </ul>
 *
 * <p>Tags ({@code AudioFile.tags}) are read in this process: that touches headers only, of files in the user's own folders.
 *
 * <p>A file that is damaged or cut off gives what can be decoded, and {@link org.tasteprint.audio.Reading#flaw()} says what is
 * wrong. One that gives nothing is an {@link org.tasteprint.audio.AudioException}, in one of a dozen categories.
 *
 * <p>FFmpeg's own messages go nowhere: what a person needs to know is in {@link org.tasteprint.audio.AudioException}.
 */
package org.tasteprint.audio;
