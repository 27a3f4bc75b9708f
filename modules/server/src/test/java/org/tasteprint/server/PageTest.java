package org.tasteprint.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.catalog.ApiKey;
import org.tasteprint.catalog.ApiKeys;
import org.tasteprint.core.Provenance;
import org.tasteprint.index.Point;
import org.tasteprint.index.SpaceDefinition;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.server.ServerUnderTest.Running;

/** What a person does with the page, in a real browser; skipped where there is none. Leaves pictures in {@code target/pictures}. */
@ExtendWith(ServerUnderTest.class)
class PageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "pictures");

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no browser at " + CHROMIUM);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of(
                        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required")));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openPage(Running running) {
        openPage(running, 1280, 800, ColorScheme.LIGHT);
    }

    private void openPage(Running running, int width, int height, ColorScheme scheme) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(running.uri().toString())
                .setViewportSize(width, height)
                .setColorScheme(scheme));
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onPageError(error -> complaints.add(error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
    }

    /** No exception, and nothing that the content security policy had to stop. */
    @AfterEach
    void nothingWentWrongUnseen() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void findATrackPlayItAndWalkToItsNeighbours() {
        page.navigate("/");
        assertThat(page.locator(".card")).hasCount(SampleMusic.trackCount());

        page.getByRole(AriaRole.SEARCHBOX).fill("blue umb");
        assertThat(page.locator(".card")).hasCount(1);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Blue Umbrella")).click();
        assertThat(page.locator(".panel-head h2")).hasText("Blue Umbrella");
        assertThat(page).hasURL(Pattern.compile(".*#/tracks/jaz-01"));

        page.locator(".panel-head .play").click();
        waitUntil("document.querySelector('#player input').value > 0.2");
        assertThat(page.locator(".player-title")).hasText("Blue Umbrella");
        page.getByLabel("Position").fill("5");
        waitUntil("document.querySelector('#player input').value >= 5");

        Locator rows = page.locator(".neighbours .row");
        assertThat(rows).hasCount(12);
        String neighbour = rows.first().locator(".row-title").textContent();
        rows.first().locator(".play").click();
        assertThat(page.locator(".player-title")).hasText(neighbour);
        page.getByLabel("Next track").click();
        assertThat(page.locator(".player-title")).hasText(rows.nth(1).locator(".row-title").textContent());

        rows.first().locator(".row-title").click();
        assertThat(page.locator(".panel-head h2")).hasText(neighbour);
        page.goBack();
        assertThat(page.locator(".panel-head h2")).hasText("Blue Umbrella");
        page.goBack();
        assertThat(page.locator(".panel")).hasCount(0);
        assertThat(page.locator(".card")).hasCount(1);
    }

    @Test
    void dropAFileAnywhereAndSeeItsGenre() throws IOException {
        page.navigate("/");
        assertThat(page.locator(".card")).hasCount(SampleMusic.trackCount());
        page.evaluate(
                """
                async (url) => {
                  const bytes = await (await fetch(url)).arrayBuffer();
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([bytes], 'Found on a tape.wav', { type: 'audio/wav' }));
                  document.querySelector('.card').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
                }""",
                "/api/v1/tracks/jaz-03/audio");
        assertThat(page.locator(".verdict-genre")).hasText("jazz");
        assertThat(page.locator(".probabilities li").first()).containsText("62 %");
        assertThat(page.locator(".card-verdict")).containsText("Found on a tape.wav");
        assertThat(page.locator(".taggram")).containsText("piano 75 %");
        page.locator(".card-verdict .play").click();
        waitUntil("document.querySelector('#player input').value > 0.2");
        picture("genre");

        page.getByLabel("Choose a file")
                .setInputFiles(new FilePayload("list.mp3", "audio/mpeg", "milk, eggs".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("list.mp3 is no audio that can be read: give a sound file");
    }

    @Test
    void borrowTheEarsOfAListener() {
        page.navigate("/#/listeners");
        assertThat(page.locator(".person")).hasCount(6);
        page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Find a listener")).fill("chi");
        assertThat(page.locator(".person")).hasCount(1);
        page.locator(".person").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("chiara/99"))).isVisible();
        assertThat(page.locator(".why").first()).containsText("Close to what you like in");
        picture("listener");
    }

    @Test
    void whatGoesWrongIsToldInTheServersWords(Running running) {
        page.navigate("/#/tracks/no%2Fsuch%20track");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("no track has the id no/such track");
        page.navigate("/#/nowhere");
        assertThat(page.locator(".state")).containsText("There is nothing here");
        page.navigate("/#/?q=zzz");
        assertThat(page.locator(".state")).containsText("Nothing sounds like that");
        page.navigate("/#/tracks/" + ContractClient.segment(SmallMusicService.WITHOUT_VECTOR));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("the space taste has no vector of");
    }

    @Test
    void lookAtTheMapAndGoFromThere() {
        page.navigate("/#/map");
        Locator map = page.locator(".map canvas");
        assertThat(map).hasAttribute("aria-label", "Map of %d tracks".formatted(SampleMusic.trackCount() - 1));
        assertThat(page.locator(".clusters li")).hasCount(2);
        map.evaluate("canvas => canvas.scrollIntoView()");
        // The first track lies in the upper left corner.
        double side = map.boundingBox().width;
        map.hover(new Locator.HoverOptions().setPosition(side * 0.024, side * 0.024));
        assertThat(page.locator(".map-card .row")).isVisible();
        map.click(new Locator.ClickOptions().setPosition(side * 0.024, side * 0.024));
        picture("map");
        String title = page.locator(".map-card .row-title").textContent();
        page.getByLabel("Closer").click();
        page.locator(".map-card .row-title").click();
        assertThat(page.locator(".panel-head h2")).hasText(title);
    }

    @Test
    void haveAMapDrawn(Running running) {
        running.music().add(
                SpaceDefinition.of("undrawn", 2, Provenance.now("train", 1, "", Map.of())),
                List.of(new Point("jaz-01", new float[] {1, 0}, Attributes.NONE), new Point("roc-01", new float[] {0, 1}, Attributes.NONE)));
        page.navigate("/#/map?space=undrawn");
        assertThat(page.locator(".state")).containsText("The space undrawn has not been drawn");
        page.getByText("Draw it").click();
        assertThat(page.locator(".map canvas")).hasAttribute("aria-label", "Map of 2 tracks");
    }

    @Test
    void goFromOneTrackToAnother() {
        page.navigate("/#/tracks/jaz-01");
        page.getByText("A path from here to …").click();
        page.getByLabel("Where to?").fill("substation");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Paint the Substation")).click();
        assertThat(page.locator(".way .row")).hasCount(9);
        assertThat(page.locator(".way .row-title").first()).hasText("Blue Umbrella");
        assertThat(page.locator(".way .row-title").last()).hasText("Paint the Substation");
        page.getByLabel("steps").fill("4");
        page.getByLabel("steps").dispatchEvent("change");
        assertThat(page.locator(".way .row")).hasCount(5);
        picture("path");
    }

    @Test
    void readWhatWasMeasured() {
        page.navigate("/#/evaluations");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody tr").last()).containsText("0.748 … 0.891");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("genre").setExact(true)).click();
        assertThat(page.locator(".chart")).hasCount(6);
        assertThat(page.locator(".chart").first()).containsText("Confusion matrix");
        assertThat(page.locator(".chart polyline")).hasCount(11);
        assertThat(page.getByText("fol-01: folk, taken for folk")).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("evaluation.png")));
        page.goBack();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("taste").setExact(true)).click();
        assertThat(page.locator("tbody tr").first()).containsText("0.737 … 0.856");
    }

    @Test
    void aServerThatAsksForAKeyIsGivenOne(Running running) {
        ApiKeys.Made key = running.catalog().keys().create("browser", ApiKey.Scope.READ, "");
        try (HttpServer server = HttpServer.start(
                new ServerSettings("127.0.0.1", 0).requiringKeys(), running.catalog(), running.music(), running.work())) {
            page.navigate(server.uri().toString());
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("This server asks for a key");
            page.getByLabel("API key").fill("tp_wrong");
            page.getByText("Use it").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("It does not know yours");
            page.getByLabel("API key").fill(key.secret());
            page.getByText("Use it").click();
            assertThat(page.locator(".card")).hasCount(SampleMusic.trackCount());
            page.locator(".card .play").first().focus();
            page.keyboard().press("Enter");
            waitUntil("document.querySelector('#player input').value > 0.1");
            page.navigate(server.uri() + "#/map?space=musicnn-msd");
            page.getByText("Draw it").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Your key may not do this");
            page.getByText("Use another key").click();
            assertThat(page.getByRole(AriaRole.STATUS).last()).containsText("The server takes your key.");
            page.getByText("Forget it").click();
            assertThat(page.locator(".page [role=status]")).containsText("asks for a key, and none is set");
        } finally {
            running.catalog().keys().revoke(key.key().id());
        }
    }

    @Test
    void aFileTooLargeIsToldBeforeItIsSent() {
        page.navigate("/#/genre");
        byte[] large = new byte[(int) ServerUnderTest.MAX_UPLOAD_BYTES + 1];
        page.getByLabel("Choose a file").setInputFiles(new FilePayload("opera.wav", "audio/wav", large));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("opera.wav is larger than 2 MB");
    }

    @Test
    void theContractCanBeReadAndTried() {
        page.navigate("/docs/");
        assertThat(page.locator(".opblock")).hasCount(new Contract().operations());
    }

    @Test
    void textNeverBecomesMarkup() {
        page.navigate("/#/tracks/roc-04");
        assertThat(page.locator(".panel-head h2")).hasText("<b>Not Bold</b> & \"quoted\"");
    }

    @Test
    void everyHardIdCanBeOpenedByItsLink() {
        for (String id : SampleMusic.HARD_IDS) {
            page.navigate("/#/tracks/" + ContractClient.segment(id));
            assertThat(page.locator(".panel-head h2")).hasText(SampleMusic.titleOf(id));
            assertThat(page.locator(".panel-head")).hasAttribute("data-track", id);
        }
    }

    @Test
    void theKeyboardReachesEverything() {
        page.navigate("/");
        assertThat(page.locator(".card")).hasCount(SampleMusic.trackCount());
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to content")).isFocused();
        page.locator(".card .play").first().focus();
        page.keyboard().press("Enter");
        waitUntil("document.querySelector('#player input').value > 0.1");
        page.locator("main").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#player .play")).hasAttribute("aria-label", "Play");
        page.locator(".card-title").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".panel-head h2")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".panel")).hasCount(0);
    }

    @Test
    void looksGoodOnADeskAndOnAPhone(Running running) {
        page.navigate("/");
        assertThat(page.locator(".card")).hasCount(SampleMusic.trackCount());
        picture("tracks");
        page.navigate("/#/tracks/jaz-02");
        page.locator(".neighbours .row .play").first().click();
        waitUntil("document.querySelector('#player input').value > 1");
        page.navigate("/#/tracks/fol-02");
        assertThat(page.locator(".neighbours .row")).hasCount(12);
        picture("track");
        context.close();

        openPage(running, 1280, 800, ColorScheme.DARK);
        page.navigate("/#/tracks/ele-01");
        assertThat(page.locator(".neighbours .row")).hasCount(12);
        picture("dark");
        context.close();

        openPage(running, 390, 844, ColorScheme.LIGHT);
        for (String place : List.of("/", "/#/tracks/ele-01", "/#/listeners/ada", "/#/genre", "/#/map", "/#/path/ele-01?to=fol-01", "/#/evaluations/" + SmallMusicService.EVALUATIONS.getLast())) {
            page.navigate(place);
            waitUntil("!document.querySelector('[aria-busy]')");
            assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as("width of " + place).isLessThanOrEqualTo(390);
            picture("phone" + place.replaceAll("[^a-z]+", "-"));
        }
    }

    /** Playwright's own waiting evaluates code inside the page, which the page's content security policy forbids. */
    private void waitUntil(String condition) {
        page.waitForCondition(() -> (Boolean) page.evaluate("() => " + condition));
    }

    private void picture(String name) {
        page.waitForTimeout(400);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
