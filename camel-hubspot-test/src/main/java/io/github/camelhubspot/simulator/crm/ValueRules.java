// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyOption;

/** Checks the texts given for the properties of one record, and puts them into the form in which they are stored. */
final class ValueRules {

    private static final int LONGEST_TEXT = 65_536;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s;,]+@[^@\\s;,.]+(\\.[^@\\s;,.]+)+");

    private final WriteMode mode;
    private final PropertyProblems problems;
    private final List<Normalisation> normalisations = new ArrayList<>();

    ValueRules(WriteMode mode, PropertyProblems problems) {
        this.mode = mode;
        this.problems = problems;
    }

    List<Normalisation> normalisations() {
        return normalisations;
    }

    /**
     * The text to store for a value; null if it is refused, which the problems then say.
     *
     * @param current the value that the record has, or null
     */
    String stored(PropertyDefinition definition, String text, String current) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (definition.type()) {
            case "number" -> number(definition, text);
            case "bool" -> bool(definition, text);
            case "date" -> date(definition, text);
            case "datetime" -> datetime(definition, text);
            case "enumeration" -> enumeration(definition, text, current);
            default -> string(definition, text);
        };
    }

    private String number(PropertyDefinition definition, String text) {
        String trimmed = text.trim();
        try {
            new BigDecimal(trimmed);
            return trimmed;
        } catch (NumberFormatException e) {
            return refuse(definition, "INVALID_INTEGER", text + " was not a valid number.");
        }
    }

    private String bool(PropertyDefinition definition, String text) {
        if (text.equals("true") || text.equals("false")) {
            return text;
        }
        problems.invalidOption(definition.name(), text, List.of("true", "false"));
        return null;
    }

    private String date(PropertyDefinition definition, String text) {
        OptionalLong digits = DateText.digits(text);
        if (DateText.isIsoDate(text) || digits.isPresent() && digits.getAsLong() % DateText.DAY == 0) {
            return text;
        }
        OptionalLong millis = normalisable(text);
        if (mode == WriteMode.RECORD_RULES && millis.isPresent()) {
            return normalised(definition, text, DateText.date(millis.getAsLong()));
        }
        String reason = digits.isPresent() ? text + " is not at midnight UTC." : text + " was not a valid date.";
        return refuse(definition, "INVALID_DATE", reason);
    }

    private String datetime(PropertyDefinition definition, String text) {
        OptionalLong millis = DateText.parse(text);
        if (millis.isEmpty()) {
            return refuse(definition, "INVALID_LONG", text + " was not a valid long.");
        }
        String stored = Json.time(millis.getAsLong());
        OptionalLong digits = DateText.digits(text);
        if (mode == WriteMode.RECORD_RULES && digits.isPresent() && DateText.looksLikeSeconds(digits.getAsLong())) {
            return normalised(definition, text, Json.time(digits.getAsLong() * 1000));
        }
        return stored;
    }

    private static OptionalLong normalisable(String text) {
        OptionalLong digits = DateText.digits(text);
        if (digits.isPresent() && DateText.looksLikeSeconds(digits.getAsLong())) {
            return OptionalLong.of(digits.getAsLong() * 1000);
        }
        return DateText.parse(text);
    }

    private String normalised(PropertyDefinition definition, String raw, String value) {
        normalisations.add(new Normalisation(definition.name(), raw, value));
        return value;
    }

    private String enumeration(PropertyDefinition definition, String text, String current) {
        if (!definition.takesSeveralOptions()) {
            return allowed(definition, text) ? text : null;
        }
        // A leading semicolon adds to the options that are set; otherwise they are replaced.
        Set<String> chosen = new LinkedHashSet<>();
        if (text.startsWith(";") && current != null) {
            chosen.addAll(Arrays.asList(current.split(";")));
        }
        boolean valid = true;
        for (String option : text.split(";")) {
            if (!option.isEmpty()) {
                valid &= allowed(definition, option);
                chosen.add(option);
            }
        }
        return valid ? String.join(";", chosen) : null;
    }

    private boolean allowed(PropertyDefinition definition, String option) {
        boolean allowed = definition.allowsOption(option);
        if (!allowed) {
            List<String> values =
                    definition.options().stream().map(PropertyOption::value).toList();
            problems.invalidOption(definition.name(), option, values);
        }
        return allowed;
    }

    private String string(PropertyDefinition definition, String text) {
        if (text.length() > LONGEST_TEXT) {
            return refuse(definition, "INVALID_STRING", "The value is longer than " + LONGEST_TEXT + " characters.");
        }
        return definition.isEmail() ? email(definition, text) : text;
    }

    private String email(PropertyDefinition definition, String text) {
        String addresses = text.trim().toLowerCase(Locale.ROOT);
        for (String address : addresses.split(";")) {
            if (!EMAIL.matcher(address.trim()).matches()) {
                return refuse(definition, "INVALID_EMAIL", "Email address " + text + " is invalid");
            }
        }
        return addresses;
    }

    private String refuse(PropertyDefinition definition, String code, String message) {
        problems.add(definition.name(), code, message);
        return null;
    }
}
