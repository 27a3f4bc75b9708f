package org.tasteprint.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The house: a module imports only from floors below its own, and those on one floor are strangers to each other. */
@AnalyzeClasses(packages = "org.tasteprint", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("core"),
            List.of("nets", "audio", "catalog", "index", "plots"),
            List.of("features", "backbone"),
            List.of("taste", "genre"),
            List.of("papers", "server", "bench"),
            List.of("cli"));

    private static final Map<String, Integer> FLOOR_OF = IntStream.range(0, FLOORS.size())
            .boxed()
            .flatMap(floor -> FLOORS.get(floor).stream().map(module -> Map.entry(module, floor)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    @ArchTest
    static final ArchRule modulesUseOnlyFloorsBelow = classes()
            .should(new ArchCondition<JavaClass>("use only modules on floors below their own") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    user.getDirectDependenciesFromSelf().forEach(dependency -> {
                        Optional<String> from = moduleOf(user);
                        Optional<String> to = moduleOf(dependency.getTargetClass());
                        if (from.isPresent() && to.isPresent() && !from.equals(to) && floor(from.get()) <= floor(to.get())) {
                            events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                        }
                    });
                }
            });

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.tasteprint.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thereAreNoDrawersForOddsAndEnds =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..");

    @ArchTest
    static final ArchRule nothingIsKeptInStaticFields = fields().that().areStatic().and().areDeclaredInClassesThat().resideOutsideOfPackage("..jmh_generated").should().beFinal();

    @ArchTest
    static final ArchRule theServerDoesNotKnowHowAnythingIsComputed = noClasses()
            .that()
            .resideInAPackage("org.tasteprint.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "smile..", "org.apache.lucene..", "org.bytedeco..");

    private static Optional<String> moduleOf(JavaClass type) {
        String prefix = "org.tasteprint.";
        return type.getPackageName().startsWith(prefix)
                ? Optional.of(type.getPackageName().substring(prefix.length()).split("\\.")[0])
                : Optional.empty();
    }

    private static int floor(String module) {
        return Optional.ofNullable(FLOOR_OF.get(module))
                .orElseThrow(() -> new AssertionError("module " + module + " has no floor: add it to the house plan"));
    }
}
