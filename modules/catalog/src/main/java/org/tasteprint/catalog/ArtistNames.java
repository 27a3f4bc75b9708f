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
    private static final Pattern ARTICLE_BEFORE = Pattern.compile("^the (?=.)");
    private static final Pattern ARTICLE_AFTER = Pattern.compile("(?<=.) the$");

    private ArtistNames() {}

    /**
     * The name without case, accents, punctuation, guests ("Rihanna feat. Jay-Z") and a leading (or inverted, "Beatles, The")
     * article, with {@code &} and {@code +} spelled "and": "Sigur Rós" and "sigur ros" agree, and so do "Simon &amp; Garfunkel"
     * and "Simon and Garfunkel".
     * A name of punctuation alone ("!!!") stays as it is, in lower case.
     */
    public static String fold(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d");
        String words = APOSTROPHES.matcher(GUESTS.matcher(plain).replaceFirst("")).replaceAll("").replace("&", " and ").replace("+", " and ");
        String spaced = NEITHER_LETTER_NOR_DIGIT.matcher(words).replaceAll(" ").strip();
        String withoutArticle = ARTICLE_BEFORE.matcher(spaced).replaceFirst("");
        String folded = withoutArticle.equals(spaced) ? ARTICLE_AFTER.matcher(spaced).replaceFirst("") : withoutArticle;
        return folded.isEmpty() ? plain.strip() : folded;
    }
}
