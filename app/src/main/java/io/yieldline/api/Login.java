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

/** Login with user name and password. A wrong name and a wrong password have the same response and response time. */
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

    /**
     * Opens a session and returns its cookie value; {@code before} is the previous cookie value. The file with a first password
     * stays: whoever logs in with it is asked for it again, to change it.
     */
    String open(String name, String password, @Nullable String before, String address) {
        String user = name.toLowerCase(Locale.ROOT);
        verify(user, password, address);
        guard.forget(user, address);
        return sessions.open(user, before, audit, new Actor(user, address));
    }

    /** Changes the user's own password; ends all sessions and revokes all tokens of the user. */
    Users.Changed changePassword(Identity identity, String old, String fresh, String address) {
        verify(identity.user(), old, address);
        if (old.equals(fresh)) {
            throw Problem.wrong("new_password", "the new password equals the current one; choose another one");
        }
        Users.Changed changed = users.changePassword(identity.user(), fresh, new Actor(identity.user(), address));
        first.changed(identity.user());
        return changed;
    }

    /** Replaces a user's password by a generated one; ends all sessions and revokes all tokens of the user. */
    Users.Changed resetPassword(String user, Actor actor) {
        Users.Changed changed = users.changePassword(user, null, actor);
        first.changed(user);
        return changed;
    }

    private void verify(String user, String password, String address) {
        guard.attempt(user, address);
        if (judged(user, password, address)) {
            guard.takeBack(user, address);
        } else {
            audit.add(new Actor(user, address), "fail to log in", null, null);
            throw Problem.unauthorized("user name or password is wrong");
        }
    }

    private boolean judged(String user, String password, String address) {
        try {
            Optional<Users.Kept> kept = users.find(user);
            if (kept.isEmpty()) {
                users.pretend(password);
            }
            return kept.map(found -> Password.matches(password, found.passwordHash()))
                    .orElse(false);
        } catch (RuntimeException e) {
            guard.takeBack(user, address);
            throw e;
        }
    }
}
