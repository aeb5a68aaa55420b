// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.camel.WrappedFile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.FormPart;
import io.github.camelhubspot.api.Json;

/**
 * Reads a form: a map of HubSpot's parts, or the content of its one file.
 *
 * <p>Files are read as they are sent, and can be read again for a retry: what comes as a one-shot stream goes through a
 * temporary file, which is removed when the exchange has ended.
 */
public final class FormReader {

    private static final Pattern PART_NAME = Pattern.compile("[A-Za-z0-9_.\\-]{1,100}");

    /** The part of an upload, which has an option for the name. */
    private static final String UPLOADED = "file";

    private final BodyReader bodies;

    public FormReader(BodyReader bodies) {
        this.bodies = bodies;
    }

    /**
     * Reads the parts of a form.
     *
     * @param filePart the name of the part that files are
     * @param fileName the name of the one file, where the body is its content; null where the body tells it
     * @throws IllegalArgumentException where the body is no form, or a file has no name
     */
    public List<FormPart> read(Object body, String filePart, String fileName) {
        List<FormPart> parts = new ArrayList<>();
        if (body instanceof Map<?, ?> map) {
            map.forEach((name, value) -> add(parts, String.valueOf(name), value, filePart, fileName));
        } else {
            addFile(parts, filePart, body, fileName);
        }
        return parts;
    }

    private void add(List<FormPart> parts, String name, Object value, String filePart, String fileName) {
        if (value == null) {
            return;
        }
        if (!name.equals(filePart)) {
            parts.add(field(name, value));
            return;
        }
        if (!BodyReader.isMany(value) && !(value instanceof JsonNode)) {
            addFile(parts, name, value, fileName);
            return;
        }
        try (RecordSource files = RecordSource.open(value, bodies, false)) {
            while (files.hasNext()) {
                addFile(parts, name, files.next(), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FormPart field(String name, Object value) {
        if (!PART_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The body has a part that HubSpot cannot know: a name has letters, digits, '_',"
                            + " '-' and '.', and at most 100 of them");
        }
        if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            return BodyReader.looksLikeJson(value.toString()) ? FormPart.json(name, bytes) : FormPart.text(name, bytes);
        }
        return FormPart.json(name, Json.bytes(bodies.toJson(value)));
    }

    /** A file is its content, or a map of {@code fileName} and {@code content}. */
    private void addFile(List<FormPart> parts, String part, Object file, String fileName) {
        Object content = file;
        String name = fileName;
        if (file instanceof Map<?, ?> map) {
            content = map.get("content");
            name = map.get("fileName") == null ? fileName : map.get("fileName").toString();
        }
        if (content == null) {
            throw new IllegalArgumentException("The file of the part '" + part
                    + "' is missing; give its content, or a map of fileName and content");
        }
        Object local = local(content);
        if (name == null) {
            name = ownName(content);
        }
        if (local instanceof Path path) {
            parts.add(FormPart.file(part, named(part, name), path));
        } else if (local instanceof byte[] bytes) {
            parts.add(FormPart.file(part, named(part, name), bytes));
        } else if (local instanceof CharSequence text) {
            parts.add(FormPart.file(part, named(part, name), text.toString().getBytes(StandardCharsets.UTF_8)));
        } else {
            parts.add(FormPart.file(part, named(part, name), spooled(local)));
        }
    }

    private static Object local(Object content) {
        Object inner = content instanceof WrappedFile<?> wrapped ? wrapped.getBody() : content;
        if (content instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof File) {
            inner = wrapped.getFile();
        }
        return inner instanceof File file ? file.toPath() : inner;
    }

    private static String ownName(Object content) {
        Object file = content instanceof WrappedFile<?> wrapped ? wrapped.getFile() : content;
        if (file instanceof File own) {
            return own.getName();
        }
        return file instanceof Path path && path.getFileName() != null
                ? path.getFileName().toString()
                : null;
    }

    private static String named(String part, String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("The file of the part '" + part
                    + "' has no name; give a map of fileName and content"
                    + (part.equals(UPLOADED) ? ", or set the option fileName or the header CamelFileName" : ""));
        }
        // Servers do not agree on how a form would escape them.
        if (name.chars().anyMatch(c -> Character.isISOControl(c) || c == '"' || c == '\\')) {
            throw new IllegalArgumentException("The name of the file of the part '" + part
                    + "' holds quotes, backslashes or control characters; give it another name");
        }
        return name;
    }

    private Path spooled(Object content) {
        try {
            Path file = Files.createTempFile("hubspot", ".upload");
            bodies.removeAtTheEnd(file);
            try (InputStream stream = bodies.content(content)) {
                Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The content of a file cannot be read", e);
        }
    }

    /** The names that parts have as files, in order. */
    public static List<String> fileNames(List<FormPart> parts) {
        return parts.stream()
                .map(FormPart::fileName)
                .filter(name -> name != null)
                .toList();
    }

    /** The JSON of a part; missing where there is no such part, or it is none. */
    public static JsonNode json(List<FormPart> parts, String name) {
        Iterator<FormPart> named =
                parts.stream().filter(part -> part.name().equals(name)).iterator();
        if (!named.hasNext()) {
            return Json.MAPPER.missingNode();
        }
        try {
            return Json.MAPPER.readTree(named.next().bytes());
        } catch (IOException e) {
            throw new IllegalArgumentException("The part '" + name + "' must be JSON, or a map: "
                    + (e instanceof JsonProcessingException fault ? Json.fault(fault) : e.getMessage()));
        }
    }
}
