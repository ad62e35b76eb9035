package xuncha.cli.bench;

import java.util.List;
import java.util.Optional;

/// One who takes part, ready to run.
///
/// @param who which of them
/// @param command how to run it; empty when it is not on this machine
/// @param absent why it cannot take part and how to mend that; empty when it can
record Contender(Rival who, List<String> command, Optional<String> absent) {
  Contender {
    command = List.copyOf(command);
  }

  static Contender present(Rival who, List<String> command) {
    return new Contender(who, command, Optional.empty());
  }

  static Contender absent(Rival who, String why) {
    return new Contender(who, List.of(), Optional.of(why));
  }
}
