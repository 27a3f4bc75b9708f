package org.tasteprint.nets.registry;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;

/**
 * A pretrained model as {@code models/registry.json} describes it.
 *
 * @param name        what commands call it, for example {@code musicnn-msd}
 * @param description what it is, in a sentence
 * @param file        its name in the cache
 * @param url         where it is downloaded from
 * @param sha256      hash of the file, 64 hexadecimal digits in lower case
 * @param licence     SPDX identifier of the weights' licence
 * @param input       what goes in, with shapes and units
 * @param outputs     what comes out, with shapes
 * @param tags        the tags that its taggram gives the probabilities of, in their order; null, for none, becomes empty
 */
public record PretrainedModel(
        String name,
        String description,
        String file,
        URI url,
        String sha256,
        String licence,
        String input,
        String outputs,
        List<String> tags) {
    public PretrainedModel {
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        requireNonNull(file, "file is null");
        requireNonNull(url, "url is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(licence, "licence is null");
        requireNonNull(input, "input is null");
        requireNonNull(outputs, "outputs is null");
        tags = tags == null ? List.of() : List.copyOf(tags);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits in lower case; sha256=" + sha256);
        }
        if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("file must be a plain file name; file=" + file);
        }
    }
}
