package io.yieldline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.yieldline.plant.FolderWalk;
import io.yieldline.yaml.ResourceFolder;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** What the packages promise each other. A broken promise is mended in the code, not here. */
class ArchitectureTest {
    private static final String ROOT = "io.yieldline";

    /** In the order in which the data moves: each may import those before it. */
    private static final List<String> ORDER = List.of(
            "",
            "yaml",
            "plant",
            "source",
            "feed",
            "warehouse",
            "ingest",
            "mart",
            "store",
            "quality",
            "demo",
            "explain",
            "control",
            "insight",
            "finding",
            "backup",
            "query",
            "report.chart",
            "report",
            "alert",
            "schedule",
            "health",
            "operation",
            "operation.load",
            "operation.change",
            "operation.ask",
            "operation.watch",
            "operation.catalogue",
            "api.auth",
            "api.subscription",
            "api",
            "cli");

    /** Packages that could stand alone: they know only the words of the root. */
    private static final Set<String> ALONE = Set.of("yaml", "source", "demo", "control", "report.chart");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        Set<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).containsExactlyElementsOf(new TreeSet<>(ORDER));
    }

    @TestFactory
    Stream<DynamicTest> packagesImportOnlyThoseBeforeThem() {
        return ORDER.stream()
                .map(name -> DynamicTest.dynamicTest(
                        name.isEmpty() ? "root" : name,
                        () -> noClasses()
                                .that()
                                .resideInAPackage(dotted(name))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(forbidden(name))
                                .because("data moves " + String.join(" -> ", ORDER.subList(1, ORDER.size()))
                                        + "; move the type to the package whose word it is")
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheWarehouseHoldsConnections() {
        noClasses()
                .that()
                .resideOutsideOfPackages(dotted("warehouse"), dotted("query"))
                .should()
                .dependOnClassesThat(describe(
                        "are connections or DuckDB's own",
                        type -> type.isEquivalentTo(Connection.class)
                                || type.getPackageName().startsWith("org.duckdb")))
                .because(
                        "Warehouse.write and Warehouse.read are the only doors to a connection; query has an engine of its own,"
                                + " without the data of the plant")
                .check(CLASSES);
    }

    @Test
    void hashesAndTimesOfPeopleAreReadInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Sha256.class.getName())
                .should()
                .callMethod(MessageDigest.class, "getInstance", String.class)
                .because("Sha256 sets it up")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(TimeInput.class.getName())
                .should()
                .accessField(DateTimeFormatter.class, "ISO_WEEK_DATE")
                .because("TimeInput reads weeks, and says what a wrong one should look like")
                .check(CLASSES);
    }

    /** One entry that cannot be read ends those of Java. The resources beside a class are the program's own. */
    @Test
    void foldersAreWalkedInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(FolderWalk.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(ResourceFolder.class.getName())
                .should()
                .callMethodWhere(describe(
                        "walks a folder",
                        call -> call.getTargetOwner().isEquivalentTo(Files.class)
                                        && Set.of("walk", "list", "find", "walkFileTree", "newDirectoryStream")
                                                .contains(call.getName())
                                || call.getTargetOwner().isEquivalentTo(File.class)
                                        && call.getName().startsWith("list")))
                .because("FolderWalk passes over an entry that cannot be read, and names it")
                .check(CLASSES);
    }

    @Test
    void commandsPrintThroughTheConsole() {
        Set<String> printers = Set.of("Console", "CliProgress", "Errors");
        noClasses()
                .that(describe(
                        "are of cli, without the console",
                        type -> type.getPackageName().equals(ROOT + ".cli")
                                && !printers.contains(type.getSimpleName())))
                .should()
                .callMethod(PrintWriter.class, "println", String.class)
                .orShould()
                .callMethod(PrintWriter.class, "print", String.class)
                .orShould()
                .callMethod(CommandLine.class, "getErr")
                .because("Console shows characters that a terminal would act on")
                .check(CLASSES);
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void nobodyUsesAutoCommit() {
        noClasses()
                .should()
                .callMethod(Connection.class, "setAutoCommit", boolean.class)
                .orShould()
                .callMethod(Connection.class, "commit")
                .orShould()
                .callMethod(Connection.class, "rollback")
                .because(
                        "DuckDB's appender stays outside a transaction that only the flag opened; say \"begin transaction\"")
                .check(CLASSES);
    }

    @Test
    void namesAreWordsOfTheDomain() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Common)$")
                .because("such names say nothing; put the method on the type whose data it uses")
                .check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> blankIsAllowedOnlyWhereItSaysSo() {
        return ORDER.stream()
                .map(ArchitectureTest::dotted)
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    JavaPackage found = CLASSES.getPackage(name);
                    assertThat(found.tryGetPackageInfo())
                            .as(name + " needs a package-info")
                            .isPresent();
                    assertThat(found.isAnnotatedWith(NullMarked.class))
                            .as(name + " needs @NullMarked")
                            .isTrue();
                }));
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(dotted("cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("an operation returns a result or tells its Progress")
                .check(CLASSES);
    }

    @Test
    void timeAndZoneAreParameters() {
        noClasses()
                .that()
                .resideOutsideOfPackage(dotted("cli"))
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .because("the command line passes a clock, and the plant has a zone of its own")
                .check(CLASSES);
    }

    private static String[] forbidden(String name) {
        int place = ORDER.indexOf(name);
        return ORDER.stream()
                .filter(other -> !other.isEmpty() && !other.equals(name))
                .filter(other -> ORDER.indexOf(other) > place || ALONE.contains(name))
                .map(ArchitectureTest::dotted)
                .toArray(String[]::new);
    }

    private static String dotted(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }
}
