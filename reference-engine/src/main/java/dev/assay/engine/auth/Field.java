package dev.assay.engine.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place in a JSON document, on the way to what it means. Every problem names the place.
 *
 * @param path from the root, such as {@code users[0].policies[1].Statement}
 */
record Field(String path, Json value) {
  static String memberPath(String path, String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }

  AuthFormatException problem(String what) {
    return new AuthFormatException(value.line(), path, what);
  }

  /** The members by name, in their order. */
  Map<String, Json> members() throws AuthFormatException {
    if (value instanceof Json.Struct struct) {
      return struct.members();
    }
    throw problem("must be an object");
  }

  /** All members as fields. */
  List<Field> memberFields() throws AuthFormatException {
    List<Field> fields = new ArrayList<>();
    members().forEach((name, member) -> fields.add(new Field(memberPath(path, name), member)));
    return fields;
  }

  /** The last part of the path. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  @Nullable Field find(String name) throws AuthFormatException {
    Json member = members().get(name);
    return member == null || member instanceof Json.Null
        ? null
        : new Field(memberPath(path, name), member);
  }

  Field require(String name) throws AuthFormatException {
    Field field = find(name);
    if (field == null) {
      throw new AuthFormatException(value.line(), memberPath(path, name), "is required");
    }
    return field;
  }

  @Nullable String findText(String name) throws AuthFormatException {
    Field field = find(name);
    return field == null ? null : field.text();
  }

  String requireText(String name) throws AuthFormatException {
    return require(name).text();
  }

  /** Refuses members that nothing would read: most often they are misspelt. */
  void allowOnly(Set<String> names) throws AuthFormatException {
    for (Map.Entry<String, Json> member : members().entrySet()) {
      if (!names.contains(member.getKey())) {
        throw new AuthFormatException(
            member.getValue().line(),
            memberPath(path, member.getKey()),
            "is not known here; known are " + String.join(", ", names.stream().sorted().toList()));
      }
    }
  }

  List<Field> elements() throws AuthFormatException {
    if (!(value instanceof Json.Array array)) {
      throw problem("must be a list");
    }
    List<Field> fields = new ArrayList<>();
    for (Json element : array.elements()) {
      fields.add(new Field(path + '[' + fields.size() + ']', element));
    }
    return fields;
  }

  /** The elements of a list, or the one value that stands in its place. */
  List<Field> oneOrMore() throws AuthFormatException {
    return value instanceof Json.Array ? elements() : List.of(this);
  }

  /** A string that is not empty. */
  String text() throws AuthFormatException {
    if (value instanceof Json.Text text && !text.value().isEmpty()) {
      return text.value();
    }
    throw problem("must be a string that is not empty");
  }

  /** A string, number or boolean, as text. */
  String scalarText() throws AuthFormatException {
    return switch (value) {
      case Json.Text text -> text.value();
      case Json.Scalar scalar -> scalar.written();
      case Json.Null ignored -> throw problem("must be a string, a number or a boolean");
      case Json.Array ignored -> throw problem("must be a string, a number or a boolean");
      case Json.Struct ignored -> throw problem("must be a string, a number or a boolean");
    };
  }
}
