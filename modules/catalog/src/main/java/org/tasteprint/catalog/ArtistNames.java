package org.tasteprint.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Artist names as keys: one key for the ways in which people write one name. */
public final class ArtistNames {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´]");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern GUESTS = Pattern.compile("(?<=\\S)\\s+[(\\[]?(feat\\.|ft\\.|featuring|feat|ft)\\s.+$");

    private ArtistNames() {}

    /**
     * The name without case, accents, punctuation, guests ("Rihanna feat. Jay-Z") and a leading (or inverted, "Beatles, The")
     * article, with {@code &} and {@code +} spelled "and": "Sigur Rós" and "sigur ros" agree, and so do "Simon &amp; Garfunkel"
     * and "Simon and Garfunkel".
     * A name of punctuation alone ("!!!") stays as it is, in lower case.
     */
    public static String fold(String name) {
        String plain = isAscii(name) ? name.toLowerCase(Locale.ROOT) : withoutMarks(name);
        boolean guests = plain.contains("ft") || plain.contains("feat");
        String hosts = guests ? GUESTS.matcher(plain).replaceFirst("") : plain;
        String spaced = isAscii(hosts)
                ? words(hosts)
                : NEITHER_LETTER_NOR_DIGIT
                        .matcher(APOSTROPHES.matcher(hosts).replaceAll("").replace("&", " and ").replace("+", " and "))
                        .replaceAll(" ")
                        .strip();
        String folded = spaced.startsWith("the ")
                ? spaced.substring("the ".length())
                : spaced.endsWith(" the") ? spaced.substring(0, spaced.length() - " the".length()) : spaced;
        return folded.isEmpty() ? plain.strip() : folded;
    }

    private static String withoutMarks(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d");
    }

    /** What the patterns do, in one pass: logs name millions of songs, most of them in ASCII. */
    private static String words(String ascii) {
        StringBuilder words = new StringBuilder(ascii.length() + 4);
        boolean gap = false;
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            boolean and = c == '&' || c == '+';
            if (and || c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                if ((gap || and) && !words.isEmpty()) {
                    words.append(' ');
                }
                words.append(and ? "and" : String.valueOf(c));
                gap = and;
            } else if (c != '\'' && c != '`') {
                gap = true;
            }
        }
        return words.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
