package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages on which administrators and users look after who gets in. */
@Tag("browser")
class AdminPageTest extends BrowserSuite {
    @Override
    ServedPlant plant(Path directory) {
        ServedPlant served = ServedPlant.on(directory);
        served.user("boss", Role.ADMIN);
        served.user("viewer", Role.VIEWER);
        return served;
    }

    @Test
    void aUser_isAdded_getsAnotherRole_andIsRemoved() {
        Page page = opened("boss", "/admin");
        page.getByLabel("Name").fill("eve");
        page.locator("form[aria-label='New user'] select").selectOption("analyst");
        click(page, "Add a user");
        String password = page.locator("[data-once] code").innerText();

        assertThat(plant.logIn("eve", password)).startsWith("yieldline_session=");
        page.getByLabel("Role of eve").selectOption("operator");
        page.waitForCondition(() -> plant.users().find("eve").orElseThrow().role() == Role.OPERATOR);
        row(page, "eve")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
                .click();
        row(page, "eve")
                .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Remove eve with all tokens?"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
                .click();
        row(page, "eve").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(plant.users().find("eve")).isEmpty();
    }

    @Test
    void theLastAdministrator_cannotBeMadeLess() {
        plant.users().remove("admin", new Actor("test", "test"));
        Page page = opened("boss", "/admin");
        page.getByLabel("Role of boss").selectOption("viewer");

        assertThat(page.locator("td .notice.error").innerText())
                .isEqualTo("boss is the last admin; make another user admin first");
        assertThat(page.getByLabel("Role of boss").inputValue()).isEqualTo("admin");
        browser.complaints().removeIf(complaint -> complaint.contains("422") || complaint.contains("409"));
    }

    @Test
    void aToken_isShownOnce_opens_andIsRevoked() {
        Page page = opened("viewer", "/account");
        page.getByLabel("What it is for").fill("line dashboard");
        click(page, "Make a token");
        String token = page.locator("[data-once] code").innerText();

        assertThat(plant.get("/status", "Authorization", "Bearer " + token).status())
                .isEqualTo(200);
        click(page, "Revoke");
        page.locator(".sure .danger").click();
        row(page, "line dashboard").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(plant.get("/status", "Authorization", "Bearer " + token).status())
                .isEqualTo(401);
    }

    @Test
    void settingsRulesAndAudit_areThoseOfThePlant() {
        Page page = opened("boss", "/admin?part=settings");
        assertThat(row(page, "serve: host").innerText()).contains("127.0.0.1");
        browser.open(page, "/admin?part=rules");
        assertThat(row(page, "SXM6").innerText()).contains("BBD × ASSY2 × FI × FQC");
        assertThat(page.locator("[aria-label=Verdicts] tr:has-text('scrap')").innerText())
                .contains("fail");
        assertThat(row(page, "EC317").innerText()).contains("Scrap; Tesla SXM5: Hold for diagnosis by Nvidia");
        browser.open(page, "/admin?part=audit");
        assertThat(row(page, "boss").allInnerTexts()).anyMatch(record -> record.contains("log in"));
        assertThat(page.locator(".card .note").innerText()).endsWith("the chain of hashes is unbroken.");
    }

    @Test
    void othersSeeNoAdminPage() {
        Page page = opened("viewer", "/admin");

        assertThat(page.locator("nav[aria-label=Pages] a").allInnerTexts()).doesNotContain("Admin");
        assertThat(page.locator(".empty").innerText()).startsWith("There is no such page.");
    }

    @Test
    void aNewPassword_endsTheSession_andOpensTheNextOne() {
        plant.user("forgetful", Role.VIEWER);
        Page page = opened("forgetful", "/account");
        page.getByLabel("Present password").fill(ServedPlant.PASSWORD);
        List.of("New password", "New password again")
                .forEach(label -> page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                        .fill("quite another password"));
        click(page, "Change password");
        page.waitForSelector("input[name=user]:visible");

        assertThat(plant.logIn("forgetful", "quite another password")).isNotEmpty();
    }

    private Page opened(String user, String path) {
        Page page = browser.logIn(user);
        browser.open(page, path);
        return page;
    }

    private static void click(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Locator row(Page page, String text) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(text));
    }
}
