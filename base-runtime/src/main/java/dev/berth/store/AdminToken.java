package dev.berth.store;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret that the admin API asks for, kept in {@code admin.token} of a home.
 *
 * <p>It is made at the first start: 256 random bits as URL-safe text, in a file that nobody but its owner could ever
 * read. A file that others may read is closed to them with a warning, rather than refused, so that a base whose home
 * was copied carelessly still starts; whether the token is replaced is then up to the operator, who deletes the file.
 * Immutable; never shows its value.
 */
public final class AdminToken {

    private static final Logger logger = LoggerFactory.getLogger(AdminToken.class);

    private static final int RANDOM_BYTES = 32;
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._~+/=-]{32,512}");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final byte[] value;

    private AdminToken(String value) {
        this.value = value.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads the token of a home, or makes it.
     *
     * @throws BerthException with INVALID_SETTINGS when the file holds no token, with STORAGE_FAILED when it can't be
     *     read, made, or closed to others
     */
    public static AdminToken open(Path home) {
        Path file = home.resolve("admin.token");
        try {
            if (DurableFiles.knowsPermissions()) {
                closeToOthers(file);
            }
            return new AdminToken(valid(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (NoSuchFileException e) {
            return create(file);
        } catch (IOException e) {
            throw DurableFiles.failed(file, "read or protected", e);
        }
    }

    /** Tells whether a caller's token is this one, in a time that does not depend on how much of it is right. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(value, candidate.getBytes(StandardCharsets.UTF_8));
    }

    private static AdminToken create(Path file) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        DurableFiles.write(file, (token + "\n").getBytes(StandardCharsets.US_ASCII));
        return new AdminToken(token);
    }

    private static void closeToOthers(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().allMatch(permission -> permission.name().startsWith("OWNER_"))) {
            return;
        }
        Files.setPosixFilePermissions(file, OWNER_ONLY);
        logger.atWarn()
                .addKeyValue("permissions", PosixFilePermissions.toString(permissions))
                .log("Others could read the admin token; its file is closed to them now, delete it to get a new token");
    }

    private static String valid(String content) {
        String token = content.strip();
        if (!VALID.matcher(token).matches()) {
            throw new BerthException(
                    ErrorCode.INVALID_SETTINGS,
                    "The file 'admin.token' in the home of the base holds no token",
                    "Delete the file to get a new token, or write one of 32 to 512 letters, digits and -._~+/= into"
                            + " it.");
        }
        return token;
    }

    @Override
    public String toString() {
        return "AdminToken";
    }
}
