package org.tasteprint.cli.demo;

import java.util.List;
import org.tasteprint.audio.synth.Style;

/** Invented names, none of them anybody's. */
final class Names {
    static final List<String> LISTENERS = List.of(
            "Ada", "Amara", "Anselm", "Asha", "Bela", "Bruno", "Carla", "Chidi", "Clara", "Dario", "Dilan", "Edda", "Emil",
            "Farid", "Fleur", "Gita", "Goran", "Hana", "Hugo", "Ines", "Ivo", "Jana", "Jonas", "Kaito", "Keira", "Lena",
            "Luca", "Mahir", "Mina", "Nadia", "Nils", "Oona", "Oscar", "Paula", "Pavel", "Quinn", "Rosa", "Ruben", "Sana",
            "Selma", "Tariq", "Thea", "Uma", "Viktor", "Wanda", "Xenia", "Yara", "Zoltan");

    static final List<String> ADJECTIVES = List.of(
            "Amber", "Borrowed", "Crooked", "Distant", "Early", "Feathered", "Gentle", "Hidden", "Idle", "Kindled", "Lilac",
            "Marbled", "Narrow", "Open", "Painted", "Quiet", "Restless", "Silver", "Tangled", "Unwritten", "Velvet",
            "Weathered", "Wandering", "Yellow");

    static final List<String> NOUNS = List.of(
            "Almanac", "Bicycle", "Compass", "Doorway", "Engine", "Ferry", "Garden", "Harbour", "Island", "Jetty", "Kettle",
            "Lantern", "Meadow", "Night Train", "Orchard", "Postcard", "Quarry", "River", "Satellite", "Telegram",
            "Umbrella", "Viaduct", "Window", "Zephyr");

    static final List<String> PLACES = List.of(
            "at Low Tide", "Before Breakfast", "Behind the Glass", "by the Canal", "in Translation", "of the North",
            "on the Hill", "Over Again", "Past Midnight", "Under Snow", "Without a Map", "With the Lights On");

    private Names() {}

    /** Artists of a style. */
    static List<String> artists(Style style) {
        return switch (style) {
            case BAROQUE -> List.of(
                    "The Marrowby Consort", "Anselmo Vereni", "Collegium Amberfield", "Hedwig Tannenbrook",
                    "Cappella Silvermere", "The Quillwater Players", "Ottoline Krausz");
            case AMBIENT -> List.of(
                    "Noctilune Bay", "Isolde Farwinter", "Halden Vey", "The Quiet Observatories", "Moss & Meridian",
                    "Slow Harbourlight", "Ninth Meadow Drift");
            case TECHNO -> List.of(
                    "Voltmar Ost", "Axiom Kiosk", "Ferrotype Unit", "Nadja Pulsberg", "Grid & Ginger",
                    "Permafrost Lane", "Relay Sevenoaks");
            case ROCK -> List.of(
                    "The Broken Weathervanes", "Redline Parish", "Marla & the Matchsticks", "Thunder Over Ashby",
                    "Velvet Hacksaw Club", "Static Orchard Kids", "Iron Pennywhistle");
            case FOLK -> List.of(
                    "Tamsin Hollowell", "The Rookery Lane Band", "Bram Ashdown & Daughters", "Wren and Wheelwright",
                    "Maudie Larkspur", "The Hayloft Five", "Fionn Castlebarrow");
            case JAZZ -> List.of(
                    "The Leopold Finch Trio", "Blue Umbrella Quintet", "Delphine Okoro-Vance", "Otis Penhaligon Trio",
                    "Mirabel Stroud Quartet", "Corner Table Ensemble", "Hank Tarrington's Night Shift");
            case DUB -> List.of(
                    "Low Tide Hi-Fi", "Sister Saffron & the Echoes", "Harbour Heavyweights", "Professor Delay Line",
                    "Mango Street Dubworks", "Deep Cove Sound", "The Bassline Fishermen");
            case CHIPTUNE -> List.of(
                    "Pixelwhisk", "Captain Lowres", "Joypad Juniper", "Badger Cartridge Brigade", "Bleepsworth",
                    "Sprite Parade", "Level Zero Heroes");
        };
    }
}
