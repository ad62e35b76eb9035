package xuncha.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import xuncha.crawler.probe.space.TestAccount;

/// Reads the file of test accounts: site code → `user`, `password`; a value `env:NAME` is taken
/// from the environment. Nothing that it refuses repeats a value.
final class Credentials {
  private static final String FROM_ENVIRONMENT = "env:";
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;
  private final Map<String, String> environment;

  private Credentials(Path file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  /// The accounts by site code.
  ///
  /// @throws ExitStatus.BadInput when others may read the file, or it is no such list
  static Map<String, TestAccount> read(Path file, Map<String, String> environment) {
    return new Credentials(file, environment).accounts();
  }

  private Map<String, TestAccount> accounts() {
    try {
      if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        throw refused("others may read it; run: chmod 600 " + file);
      }
      var accounts = new HashMap<String, TestAccount>();
      for (var entry : tree().properties()) {
        accounts.put(entry.getKey(), account(entry.getKey(), entry.getValue()));
      }
      return accounts;
    } catch (IOException unreadable) {
      throw refused("cannot be read; is the path right?");
    } catch (UnsupportedOperationException elsewhere) {
      throw refused("this file system cannot keep it from others");
    }
  }

  private JsonNode tree() throws IOException {
    try {
      var tree = YAMLMapper.builder().build().readTree(Files.readAllBytes(file));
      // a file in which all is commented out lends nothing
      if (!tree.isObject() && !tree.isMissingNode() && !tree.isNull()) {
        throw refused("wants one entry per site: CODE: {user: NAME, password: env:VARIABLE}");
      }
      return tree;
    } catch (JacksonException wrong) {
      // its own words may repeat a secret
      throw new ExitStatus.BadInput(file + ":" + wrong.getLocation().getLineNr() + ": no YAML");
    }
  }

  private TestAccount account(String code, JsonNode entry) {
    return new TestAccount(value(code, entry, "user"), value(code, entry, "password"));
  }

  private String value(String code, JsonNode entry, String key) {
    var said = entry.path(key).asString("");
    if (said.startsWith(FROM_ENVIRONMENT)) {
      var name = said.substring(FROM_ENVIRONMENT.length());
      said = environment.getOrDefault(name, "");
      if (said.isEmpty()) {
        throw refused(code + "." + key + ": the environment has no " + name);
      }
    }
    if (said.isBlank()) {
      throw refused(code + "." + key + ": missing; write it there, or env:NAME");
    }
    return said;
  }

  private ExitStatus.BadInput refused(String why) {
    return new ExitStatus.BadInput(file + ": " + why);
  }
}
