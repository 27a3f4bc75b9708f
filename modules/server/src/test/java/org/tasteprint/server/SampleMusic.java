package org.tasteprint.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A dataset folder with invented artists, real (if dull) WAV files, listeners, and ids that are hard to put into a URL. */
final class SampleMusic {
    static final int SECONDS = 8;
    static final List<String> GENRES = List.of("ambient", "electronic", "folk", "jazz", "rock");

    /** Ids that are hard on URLs, and at the end one without a sound file. */
    static final List<String> HARD_IDS =
            List.of("folk/north/Ålesund 100%.wav", "a+b c;d?e#f", "%2e%2e", "back\\slash", "Ω≈ç 夜", "..hidden.", "silent & gone");

    private static final List<String> HARD_TITLES = List.of(
            "Cold Harbour Reel", "Lanterns for Edda", "The Ferryman's Coat", "Barley Moon", "Winter Orchard", "Thistle Road", "Unsung");

    private static final String[][] TRACKS = {
        {"amb-01", "Hollow Meridian", "Salt Flats at Dusk", "Slow Cartography", "2019", "ambient"},
        {"amb-02", "Hollow Meridian", "Ninth Lighthouse", "Slow Cartography", "2019", "ambient"},
        {"amb-03", "Ysolde Finch", "Breath Between Rooms", "Interiors", "2021", "ambient"},
        {"ele-01", "Paper Satellites", "Neon Orchard", "Low Orbit Gardens", "2022", "electronic"},
        {"ele-02", "Paper Satellites", "Telemetry", "Low Orbit Gardens", "2022", "electronic"},
        {"ele-03", "Kassett 88", "Midnight Tram", "Linje 4", "2017", "electronic"},
        {"ele-04", "Mira Volkova", "Glass Arcade", "Arcade", "2023", "electronic"},
        {"fol-01", "The Bramble Choir", "Seven Wooden Bridges", "Hedge Songs", "2014", "folk"},
        {"fol-02", "Orla Penhallow", "Tinker's Lament", "Kelp & Stone", "2016", "folk"},
        {"fol-03", "Orla Penhallow", "Kelp Harvest", "Kelp & Stone", "2016", "folk"},
        {"jaz-01", "Dorian Okafor Trio", "Blue Umbrella", "Rain Check", "2011", "jazz"},
        {"jaz-02", "Dorian Okafor Trio", "Waltz for the Night Bus", "Rain Check", "2011", "jazz"},
        {"jaz-03", "Lucille Amsel", "Half Past Velvet", "Supper Club", "1998", "jazz"},
        {"roc-01", "Granite Weekend", "Static on the A9", "Fuel Light", "2008", "rock"},
        {"roc-02", "Granite Weekend", "Borrowed Amplifier", "Fuel Light", "2008", "rock"},
        {"roc-03", "Marigold Riot", "Paint the Substation", "Loud Flowers", "2020", "rock"},
        {"roc-04", "Marigold Riot", "<b>Not Bold</b> & \"quoted\"", "Loud Flowers", "2020", "rock"},
    };

    private SampleMusic() {}

    static int trackCount() {
        return TRACKS.length + HARD_IDS.size();
    }

    /** The title of one of the hard ids. */
    static String titleOf(String hardId) {
        return HARD_TITLES.get(HARD_IDS.indexOf(hardId));
    }

    /** Writes the dataset folder. */
    static Path write(Path folder) {
        try {
            Files.createDirectories(folder.resolve("audio"));
            List<String> tracks = new ArrayList<>(List.of("track_id,path,artist,title,album,year,genre,split"));
            int number = 0;
            for (String[] track : TRACKS) {
                String file = "audio/%02d.wav".formatted(number++);
                Files.write(folder.resolve(file), wav(number));
                tracks.add("%s,%s,%s,%s,%s,%s,%s,train"
                        .formatted(track[0], file, csv(track[1]), csv(track[2]), csv(track[3]), track[4], track[5]));
            }
            for (int i = 0; i < HARD_IDS.size(); i++) {
                String id = HARD_IDS.get(i);
                String file = id.startsWith("silent") ? "" : "audio/%02d.wav".formatted(number++);
                if (!file.isEmpty()) {
                    Files.write(folder.resolve(file), wav(number));
                }
                tracks.add("%s,%s,Wren Addison,%s,,,folk,test".formatted(csv(id), file, csv(HARD_TITLES.get(i))));
            }
            Files.write(folder.resolve("tracks.csv"), tracks);
            writeListeners(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeListeners(Path folder) throws IOException {
        List<String> users = new ArrayList<>(List.of("user_id,age,country"));
        List<String> feedback = new ArrayList<>(List.of("user_id,track_id,event"));
        SplittableRandom random = new SplittableRandom(7);
        for (String name : List.of("ada", "bram", "chiara/99", "dimitri", "esperanza", "farid")) {
            users.add("%s,%d,%s".formatted(name, 20 + random.nextInt(40), random.nextBoolean() ? "NL" : "PT"));
            for (String[] track : TRACKS) {
                if (random.nextInt(3) == 0) {
                    feedback.add("%s,%s,%s".formatted(name, track[0], List.of("play", "like", "dislike", "skip").get(random.nextInt(4))));
                }
            }
        }
        feedback.add("ada,amb-01,like");
        Files.write(folder.resolve("users.csv"), users);
        Files.write(folder.resolve("feedback.csv"), feedback);
    }

    /** A soft chord, {@link #SECONDS} long, another one for every number: 16-bit mono WAV at 8 kHz. */
    static byte[] wav(int number) throws IOException {
        int rate = 8000;
        byte[] samples = new byte[2 * rate * SECONDS];
        double root = 110 * Math.pow(2, (number % 12) / 12.0);
        for (int i = 0; i < samples.length / 2; i++) {
            double t = (double) i / rate;
            double value = 0.2 * (Math.sin(2 * Math.PI * root * t) + Math.sin(3 * Math.PI * root * t));
            int sample = (int) (value * Math.min(1, t * 20) * Short.MAX_VALUE);
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2), AudioFileFormat.Type.WAVE, out);
        return out.toByteArray();
    }

    private static String csv(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
