package xuncha.crawler.names;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The YAML of a network profile into a [NetworkProfile]: every mistake is collected, none is
/// passed over.
final class ProfileReader {
  private static final Set<String> KEYS = Set.of("dns", "ports", "allowPrivate", "trust");
  private static final int DNS_PORT = 53;
  private static final int MAX_PORT = 65_535;
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final List<String> mistakes = new ArrayList<>();

  private ProfileReader(Path file) {
    this.file = file;
  }

  static NetworkProfile read(Path file) {
    return new ProfileReader(file).read();
  }

  private NetworkProfile read() {
    var root = tree();
    if (!root.isObject()) {
      throw new BadProfileException(
          List.of(file + ": a network profile is a mapping of dns, ports, allowPrivate, trust"));
    }
    for (var key : root.propertyNames()) {
      if (!KEYS.contains(key)) {
        mistake(key, "unknown key");
      }
    }
    var profile =
        new NetworkProfile(
            dns(root.path("dns")),
            ports(root.path("ports")),
            allowPrivate(root.path("allowPrivate")),
            trust(root.path("trust")));
    if (!mistakes.isEmpty()) {
      throw new BadProfileException(mistakes);
    }
    return profile;
  }

  private JsonNode tree() {
    try {
      var tree = YAML.readTree(Files.readString(file));
      return tree == null || tree.isMissingNode() || tree.isNull() ? YAML.createObjectNode() : tree;
    } catch (IOException unreadable) {
      throw new BadProfileException(List.of(file + ": cannot be read; is the path right?"));
    } catch (JacksonException notYaml) {
      var at = notYaml.getLocation();
      var where = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      var says = notYaml.getOriginalMessage().lines().findFirst().orElse("");
      throw new BadProfileException(List.of(file + where + ": not YAML: " + says));
    }
  }

  private Optional<InetSocketAddress> dns(JsonNode node) {
    if (absent(node)) {
      return Optional.empty();
    }
    var server = node.isString() ? server(node.stringValue()) : Optional.<InetSocketAddress>empty();
    if (server.isEmpty()) {
      mistake(
          "dns", "needs an address, with or without port (127.0.0.1:5300, [::1]:53), not " + node);
    }
    return server;
  }

  private static Optional<InetSocketAddress> server(String text) {
    var literal = IpLiteral.parse(text);
    if (literal.isPresent()) {
      return literal.map(address -> new InetSocketAddress(address, DNS_PORT));
    }
    var colon = text.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    var host = text.substring(0, colon);
    if (host.indexOf(':') >= 0 && !host.startsWith("[")) {
      return Optional.empty();
    }
    var port = portNumber(text.substring(colon + 1));
    return port.flatMap(
        number -> IpLiteral.parse(host).map(address -> new InetSocketAddress(address, number)));
  }

  private Map<Integer, Integer> ports(JsonNode node) {
    if (absent(node)) {
      return Map.of();
    }
    if (!node.isObject()) {
      mistake("ports", "needs a mapping such as {80: 18080}, not " + node);
      return Map.of();
    }
    var ports = new HashMap<Integer, Integer>();
    for (var entry : node.properties()) {
      var from = portNumber(entry.getKey());
      var to = entry.getValue().isInt() ? portNumber(entry.getValue().asString()) : NO_PORT;
      if (from.isEmpty() || to.isEmpty()) {
        mistake("ports." + entry.getKey(), "ports are whole numbers from 1 to 65535");
      } else {
        ports.put(from.get(), to.get());
      }
    }
    return ports;
  }

  private static final Optional<Integer> NO_PORT = Optional.empty();

  private static Optional<Integer> portNumber(String text) {
    if (!text.matches("[0-9]{1,5}")) {
      return NO_PORT;
    }
    var number = Integer.parseInt(text);
    return number >= 1 && number <= MAX_PORT ? Optional.of(number) : NO_PORT;
  }

  private boolean allowPrivate(JsonNode node) {
    if (absent(node)) {
      return false;
    }
    if (!node.isBoolean()) {
      mistake("allowPrivate", "needs true or false, not " + node);
      return false;
    }
    return node.booleanValue();
  }

  private Optional<Path> trust(JsonNode node) {
    if (absent(node)) {
      return Optional.empty();
    }
    if (!node.isString() || node.stringValue().isBlank()) {
      mistake("trust", "needs the name of a PEM file, not " + node);
      return Optional.empty();
    }
    var pem = file.toAbsolutePath().resolveSibling(node.stringValue()).normalize();
    if (!Files.isReadable(pem)) {
      mistake("trust", "cannot read " + pem);
    }
    return Optional.of(pem);
  }

  private void mistake(String key, String says) {
    mistakes.add(file + ": " + key + ": " + says);
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
