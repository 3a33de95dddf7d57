package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class KeyRingTest {
  @TempDir Path folder;
  private Stage stage;

  @BeforeEach
  void roomsAreThere(Node node) {
    new Rooms(node);
    stage = new Stage(node, folder);
  }

  @Test
  void aKeyFromStandardInputIsForItsOwnerAlone() throws Exception {
    Stage.Result result = stage.typing("  sk-ant-planted123\n").run("keys", "set", "anthropic");
    assertEquals(0, result.code(), result.err());
    Path file = stage.home().resolve("keys/anthropic");
    assertEquals("sk-ant-planted123\n", Files.readString(file));
    assertEquals("rw-------", permissions(file));
    assertEquals("rwx------", permissions(file.getParent()));
    assertFalse((result.out() + result.err()).contains("planted"));
    try (var files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aKeyIsTypedUnseenOrReadFromAFileAndReplaced() throws Exception {
    assertEquals(0, stage.typing("first").run("keys", "set", "openai").code());
    stage.terminal(true).answering("second");
    assertEquals(0, stage.run("keys", "set", "openai").code());
    assertEquals("second\n", Files.readString(stage.home().resolve("keys/openai")));
    Files.writeString(folder.resolve("k"), "third\n");
    assertEquals(0, stage.run("keys", "set", "openai", "--from-file", "k").code());
    assertEquals("third\n", Files.readString(stage.home().resolve("keys/openai")));
    assertEquals(0, stage.run("keys", "rm", "openai").code());
    assertEquals(7, stage.run("keys", "rm", "openai").code());
  }

  @Test
  void whatIsNoKeyIsRefused() {
    for (String typed : new String[] {"", "two words", "line\nbreak", "x".repeat(5000)}) {
      assertEquals(3, stage.typing(typed).run("keys", "set", "openai").code(), typed);
    }
    assertEquals(2, stage.run("keys", "set", "openai", "sk-onthecommandline").code());
    Stage.Result unknown = stage.typing("k").run("keys", "set", "antropic");
    assertEquals(7, unknown.code());
    assertTrue(unknown.err().contains("did you mean anthropic?"), unknown.err());
    assertFalse(Files.exists(stage.home().resolve("keys")));
  }

  @Test
  void theListSaysWhereKeysComeFrom() {
    String list = stage.run("keys", "ls").out();
    assertTrue(list.contains("openai     env OPENAI_API_KEY"), list);
    assertTrue(list.contains("sim        not needed"), list);
    assertTrue(list.contains("anthropic  none"), list);
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws Exception {
    Files.writeString(folder.resolve("home"), "a file in the way");
    Stage.Result result = stage.typing("k").run("keys", "set", "openai");
    assertEquals(5, result.code());
    assertTrue(result.err().contains("[LIDA-5003]"), result.err());
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
