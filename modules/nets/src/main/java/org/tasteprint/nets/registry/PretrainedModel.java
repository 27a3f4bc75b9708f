package org.tasteprint.nets.registry;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pretrained model as {@code models/registry.json} describes it.
 *
 * @param name        what commands call it, for example {@code musicnn-msd}
 * @param description what it is, in a sentence
 * @param network     which network of ours its weights are for
 * @param file        name of its file in the cache, or beside the registry
 * @param url         where the file is downloaded from; empty for one that comes with the program and lies beside the registry
 * @param sha256      hash of the file, 64 hexadecimal digits in lower case; empty where none was published: such a model is
 *     only fetched when it is named, and is checked by loading it
 * @param companions  files that belong to {@code file} and lie beside it
 * @param licence     SPDX identifier of the weights' licence, or what its authors say of it
 * @param input       what goes in, with shapes and units
 * @param outputs     what comes out: names and lengths, separated by commas
 * @param tags        the tags that its taggram gives the probabilities of, in their order; null, for none, becomes empty
 */
public record PretrainedModel(
        String name,
        String description,
        Architecture network,
        String file,
        Optional<URI> url,
        Optional<String> sha256,
        List<ModelFile> companions,
        String licence,
        String input,
        String outputs,
        List<String> tags) {
    public PretrainedModel {
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        requireNonNull(network, "network is null");
        requireNonNull(licence, "licence is null");
        requireNonNull(input, "input is null");
        requireNonNull(outputs, "outputs is null");
        companions = companions == null ? List.of() : List.copyOf(companions);
        tags = tags == null ? List.of() : List.copyOf(tags);
        ModelFile main = new ModelFile(file, url, sha256);
        url = main.url();
        sha256 = main.sha256();
        if (url.isEmpty() && sha256.isEmpty()) {
            throw new IllegalArgumentException("%s has neither url nor sha256".formatted(name));
        }
    }

    /** Whether it comes with the program rather than from where it was published. */
    public boolean shipped() {
        return url.isEmpty();
    }

    /** All of its files; the first is the one that is opened. */
    List<ModelFile> files() {
        return Stream.concat(Stream.of(new ModelFile(file, url, sha256)), companions.stream()).toList();
    }
}
