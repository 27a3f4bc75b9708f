package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.core.TasteprintException;

@ExtendWith(CatalogExtension.class)
class KeysAndJobsTest {
    private Catalog catalog;

    @BeforeEach
    void empty(Catalog empty) {
        catalog = empty;
        catalog.transaction(handle -> handle.execute("TRUNCATE api_keys, jobs"));
    }

    @Test
    void aKeyIsFoundByItsSecretWhichIsKeptNowhere() {
        ApiKeys keys = catalog.keys();
        assertThat(keys.any()).isFalse();
        ApiKeys.Made made = keys.create("phone", ApiKey.Scope.WRITE, "ada");
        assertThat(made.secret()).startsWith("tp_").hasSizeGreaterThan(40);
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(keys.find(made.secret())).contains(made.key());
        assertThat(keys.find(made.secret() + "x")).isEmpty();
        String dump = catalog.transaction(handle ->
                handle.createQuery("SELECT string_agg(api_keys::text, ' ') FROM api_keys").mapTo(String.class).one());
        assertThat(dump).contains("phone").doesNotContain(made.secret());
        assertThat(keys.revoke(made.key().id())).isEqualTo(made.key());
        assertThat(keys.find(made.secret())).isEmpty();
        assertThatThrownBy(() -> keys.revoke(made.key().id())).hasMessageContaining("keys list");
        assertThat(ApiKey.Scope.ADMIN.includes(ApiKey.Scope.READ)).isTrue();
        assertThat(ApiKey.Scope.READ.includes(ApiKey.Scope.WRITE)).isFalse();
    }

    @Test
    void jobsRunOneAtATimeInTheirOrder() {
        Jobs jobs = catalog.jobs();
        Job first = jobs.add("index", Map.of("space", "taste"));
        Job second = jobs.add("extract", Map.of());
        assertThat(jobs.claim("a")).map(Job::id).contains(first.id());
        assertThat(jobs.claim("b")).isEmpty();
        assertThat(jobs.beat(first.id(), "a", new Job.Step("indexing", "vectors", 3, 9, ""))).isTrue();
        assertThat(jobs.find(first.id()).orElseThrow().progress().steps()).isEqualTo(3);
        jobs.done(first.id(), "a", "{\"vectors\": 9}");
        assertThat(jobs.find(first.id()).orElseThrow())
                .satisfies(job -> assertThat(job.state()).isEqualTo(Job.State.DONE))
                .satisfies(job -> assertThat(job.result()).contains("{\"vectors\": 9}"))
                .satisfies(job -> assertThat(job.parameters()).containsEntry("space", "taste"));
        assertThat(jobs.claim("b")).map(Job::id).contains(second.id());
        assertThat(jobs.list(Long.MAX_VALUE, 10)).extracting(Job::id).isEqualTo(List.of(second.id(), first.id()));
        assertThat(jobs.open()).containsOnly(Map.entry(Job.State.RUNNING, 1L));
    }

    @Test
    void aJobWhoseServerIsGoneIsBegunAgain() {
        Jobs jobs = catalog.jobs();
        Job job = jobs.add("extract", Map.of());
        jobs.claim("a");
        catalog.transaction(handle -> handle.execute("UPDATE jobs SET beat = now() - interval '1 minute'"));
        assertThat(jobs.claim("b")).hasValueSatisfying(again -> assertThat(again.attempts()).isEqualTo(2));
        assertThat(jobs.beat(job.id(), "a", Job.Step.NONE)).as("the first server should stop").isFalse();
        jobs.handBack(job.id(), "b");
        assertThat(jobs.claim("c")).map(Job::id).contains(job.id());
    }

    @Test
    void aJobIsCancelledAtOnceOrWhenItNextReports() {
        Jobs jobs = catalog.jobs();
        Job running = jobs.add("extract", Map.of());
        Job waiting = jobs.add("index", Map.of());
        jobs.claim("a");
        assertThat(jobs.cancel(waiting.id()).state()).isEqualTo(Job.State.CANCELLED);
        assertThat(jobs.cancel(running.id()).cancelling()).isTrue();
        assertThat(jobs.beat(running.id(), "a", Job.Step.NONE)).isFalse();
        jobs.cancelled(running.id(), "a");
        assertThatThrownBy(() -> jobs.cancel(running.id())).hasMessageContaining("is over (cancelled)");
        assertThatThrownBy(() -> jobs.cancel(0)).hasMessageContaining("there is no job 0");
    }

    @Test
    void aJobThatNobodyRunsAnyMoreIsCancelledAtOnce() {
        Jobs jobs = catalog.jobs();
        Job lost = jobs.add("extract", Map.of());
        jobs.claim("a");
        catalog.transaction(handle -> handle.execute("UPDATE jobs SET beat = now() - interval '1 minute'"));
        assertThat(jobs.cancel(lost.id()).state()).isEqualTo(Job.State.CANCELLED);
        Job left = jobs.add("extract", Map.of());
        jobs.claim("b");
        jobs.cancel(left.id());
        jobs.handBack(left.id(), "b");
        assertThat(jobs.find(left.id()).orElseThrow().state()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void aJobThatEndsWhileItIsCancelledHasEnded() throws Exception {
        Jobs jobs = catalog.jobs();
        for (int i = 0; i < 20; i++) {
            Job job = jobs.add("extract", Map.of());
            jobs.claim("a");
            Thread ending = Thread.ofVirtual().start(() -> jobs.done(job.id(), "a", "{}"));
            String told;
            try {
                told = jobs.cancel(job.id()).state().toString();
            } catch (TasteprintException e) {
                told = e.getMessage();
            }
            ending.join();
            assertThat(told).matches("running|job \\d+ is over \\(done\\): it cannot be cancelled");
            Job ended = jobs.find(job.id()).orElseThrow();
            assertThat(ended.state()).isEqualTo(Job.State.DONE);
            assertThat(ended.cancelling()).isFalse();
        }
    }

    @Test
    void listenersComeInPages() {
        catalog.transaction(handle -> handle.execute("INSERT INTO users (id) VALUES ('ada'), ('Bea'), ('cyd'), ('a%c')"));
        UserPage page = catalog.users("A", 2, "");
        assertThat(page.users()).extracting(user -> user.id()).containsExactly("Bea", "a%c");
        assertThat(page.total()).isEqualTo(3);
        assertThat(catalog.users("a", 2, page.next().orElseThrow()).users()).extracting(user -> user.id()).containsExactly("ada");
        assertThat(catalog.users("%", 5, "").users()).hasSize(1);
    }
}
