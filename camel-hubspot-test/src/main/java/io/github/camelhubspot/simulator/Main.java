// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.PrintStream;

import io.github.camelhubspot.simulator.oauth.OAuthApp;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

/** Runs a simulator as a program of its own. */
public final class Main {

    private static final String USAGE = """
            Usage: java -jar camel-hubspot-simulator.jar [options]
              --port <port>                  the port to listen on; 0, the default, takes a free one
              --host <host>                  the interface to listen on; 127.0.0.1 by default
              --token <token>                the access token that calls need; %s by default
              --unique <type>.<property>     a text property with unique values to define, such as companies.external_id;
                                             may be given several times
              --ten-secondly-limit <calls>   calls allowed in any ten seconds; 0, the default, for no limit
              --search-limit <calls>         searches allowed in any second; 0, the default, for no limit
              --daily-limit <calls>          calls allowed in a day; 0, the default, for no limit
              --random-faults <share>        the part of all calls to hit with faults that pass, such as 0.1
              --seed <number>                decides which calls these are and what they suffer; 1 by default
              --help                         this text
            OAuth: client id %s, client secret %s,
            refresh token %s""";

    private final PrintStream out;
    private final HubSpotSimulator simulator = new HubSpotSimulator();
    private String host = "127.0.0.1";
    private int port;
    private double randomFaults;
    private long seed = 1;
    private boolean help;

    Main(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        try {
            // The server's threads keep the program running.
            new Main(System.out).run(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Starts the simulator as the arguments say, and gives it; only help leaves it stopped. */
    HubSpotSimulator run(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--port" -> port = number(arguments, ++i, 65_535);
                case "--host" -> host = value(arguments, ++i);
                case "--token" -> simulator.settings().accessToken(value(arguments, ++i));
                case "--unique" -> defineUnique(arguments, ++i);
                case "--ten-secondly-limit" -> simulator.settings().tenSecondlyLimit(limit(arguments, ++i));
                case "--search-limit" -> simulator.settings().searchPerSecondLimit(limit(arguments, ++i));
                case "--daily-limit" -> simulator.settings().dailyLimit(limit(arguments, ++i));
                case "--random-faults" -> randomFaults = share(arguments, ++i);
                case "--seed" -> seed = seed(arguments, ++i);
                case "--help" -> help = true;
                default -> throw wrong("Unknown option " + arguments[i]);
            }
        }
        if (help) {
            out.println(usage());
        } else {
            if (randomFaults > 0) {
                simulator.faults().random(seed).share(randomFaults);
            }
            simulator.start(host, port);
            out.println("HubSpot simulator at " + simulator.baseUrl());
        }
        return simulator;
    }

    private String value(String[] arguments, int index) {
        if (index == arguments.length) {
            throw wrong("A value is missing after " + arguments[index - 1]);
        }
        return arguments[index];
    }

    private void defineUnique(String[] arguments, int index) {
        String[] typeAndName = value(arguments, index).split("\\.", 2);
        if (typeAndName.length < 2 || typeAndName[1].isEmpty()) {
            throw wrong("--unique takes a type and a property, such as companies.external_id, not " + arguments[index]);
        }
        try {
            simulator
                    .crm()
                    .defineProperty(
                            typeAndName[0],
                            PropertyDefinition.string(typeAndName[1]).unique());
        } catch (RuntimeException e) {
            // An object type that there is not.
            throw wrong("--unique " + arguments[index] + ": " + e.getMessage());
        }
    }

    private int limit(String[] arguments, int index) {
        return number(arguments, index, Integer.MAX_VALUE);
    }

    private int number(String[] arguments, int index, int maximum) {
        String text = value(arguments, index);
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= maximum) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw wrong(arguments[index - 1] + " takes a number from 0 to " + maximum + ", not " + text);
    }

    private long seed(String[] arguments, int index) {
        String text = value(arguments, index);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(arguments[index - 1] + " takes a whole number, not " + text);
        }
    }

    private double share(String[] arguments, int index) {
        String text = value(arguments, index);
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a share out of range.
        }
        throw wrong(arguments[index - 1] + " takes a share from 0 to 1, not " + text);
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(problem + System.lineSeparator() + usage());
    }

    private String usage() {
        OAuthApp app = simulator.oauth();
        return USAGE.formatted(simulator.accessToken(), app.clientId(), app.clientSecret(), app.refreshToken());
    }
}
