package io.yieldline.api;

import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Audit;
import io.yieldline.api.auth.FirstAdmin;
import io.yieldline.api.auth.Identity;
import io.yieldline.api.auth.Password;
import io.yieldline.api.auth.Sessions;
import io.yieldline.api.auth.Users;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From user name and password to a session. Whether the name or the password was wrong, the answer and its time are the same. */
final class Login {
    private final Users users;
    private final Sessions sessions;
    private final Audit audit;
    private final LoginGuard guard;
    private final FirstAdmin first;

    Login(Users users, Sessions sessions, Warehouse warehouse, InstantSource clock, FirstAdmin first) {
        this.users = users;
        this.sessions = sessions;
        this.audit = new Audit(warehouse, clock);
        this.guard = new LoginGuard(clock);
        this.first = first;
    }

    /** Opens a session and returns what the browser is to hold; {@code before} is what it held until now. */
    String open(String name, String password, @Nullable String before, String address) {
        String user = name.toLowerCase(Locale.ROOT);
        verify(user, password, address);
        guard.succeeded(user, address);
        first.used(user);
        return sessions.open(user, before, audit, new Actor(user, address));
    }

    /** A user's own new password; ends all sessions. */
    void changePassword(Identity identity, String old, String fresh, String address) {
        verify(identity.user(), old, address);
        if (old.equals(fresh)) {
            throw Problem.wrong("new_password", "that is the password you have; choose another one");
        }
        users.changePassword(identity.user(), fresh, new Actor(identity.user(), address));
        first.used(identity.user());
    }

    private void verify(String user, String password, String address) {
        guard.check(user, address);
        Optional<Users.Kept> kept = users.find(user);
        if (kept.isEmpty()) {
            users.pretend(password);
        }
        if (!kept.map(found -> Password.matches(password, found.passwordHash())).orElse(false)) {
            guard.failed(user, address);
            audit.add(new Actor(user, address), "fail to log in", null, null);
            throw Problem.unauthorized("user name or password is wrong");
        }
    }
}
