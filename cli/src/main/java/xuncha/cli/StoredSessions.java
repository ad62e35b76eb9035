package xuncha.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xuncha.crawler.fetch.KeptCookie;
import xuncha.findings.site.Site;

/// The sessions that people made by logging in themselves, one file a site, readable by their owner
/// only. Nothing that it refuses repeats a value.
final class StoredSessions {
  private static final String ENDING = ".json";
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final TypeReference<List<KeptCookie>> COOKIES = new TypeReference<>() {};

  private final Path folder;

  StoredSessions(Path folder) {
    this.folder = folder;
  }

  /// Keeps the session of that site; an earlier one is replaced.
  ///
  /// @return where
  Path keep(Site site, List<KeptCookie> cookies) {
    var file = folder.resolve(name(site.id()) + ENDING);
    try {
      Files.createDirectories(folder);
      var part =
          Files.createTempFile(
              folder, "session", ".part", PosixFilePermissions.asFileAttribute(OWNERS));
      Files.write(part, JsonMapper.shared().writeValueAsBytes(Map.of(site.id(), cookies)));
      return Files.move(
          part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// All of them, by site id.
  ///
  /// @throws ExitStatus.BadInput when others may read one, or it is none
  Map<String, List<KeptCookie>> all() {
    var all = new HashMap<String, List<KeptCookie>>();
    if (!Files.isDirectory(folder)) {
      return all;
    }
    try (var files = Files.list(folder)) {
      for (var file : files.filter(one -> one.toString().endsWith(ENDING)).sorted().toList()) {
        all.putAll(read(file));
      }
    } catch (IOException unreadable) {
      throw new ExitStatus.BadInput(folder + ": cannot be read");
    }
    return all;
  }

  private static Map<String, List<KeptCookie>> read(Path file) throws IOException {
    if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
      throw new ExitStatus.BadInput(file + ": others may read it; run: chmod 600 " + file);
    }
    try {
      var read = new HashMap<String, List<KeptCookie>>();
      var mapper = JsonMapper.shared();
      for (var entry : mapper.readTree(Files.readAllBytes(file)).properties()) {
        read.put(entry.getKey(), mapper.convertValue(entry.getValue(), COOKIES));
      }
      return read;
    } catch (JacksonException wrong) {
      throw new ExitStatus.BadInput(
          file + ": no stored session; make it anew with ./xuncha session");
    }
  }

  /// A registered id may hold anything.
  private static String name(String id) {
    return id.replaceAll("[^A-Za-z0-9.-]", "_");
  }
}
