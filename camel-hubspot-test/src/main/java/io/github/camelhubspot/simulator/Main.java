// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.PrintStream;

/** Runs a simulator as a program of its own. */
public final class Main {

    private static final String USAGE = """
            Usage: java -jar camel-hubspot-simulator.jar [options]
              --port <port>     the port to listen on; 0, the default, takes a free one
              --host <host>     the interface to listen on; 127.0.0.1 by default
              --token <token>   the access token that calls need; %s by default
              --help            this text""";

    private final PrintStream out;
    private final HubSpotSimulator simulator = new HubSpotSimulator();
    private String host = "127.0.0.1";
    private int port;
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
                case "--port" -> port = port(value(arguments, ++i));
                case "--host" -> host = value(arguments, ++i);
                case "--token" -> simulator.settings().accessToken(value(arguments, ++i));
                case "--help" -> help = true;
                default -> throw wrong("Unknown option " + arguments[i]);
            }
        }
        if (help) {
            out.println(usage());
        } else {
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

    private int port(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw wrong("A port is a number from 0 to 65535, not " + text);
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(problem + System.lineSeparator() + usage());
    }

    private String usage() {
        return USAGE.formatted(simulator.accessToken());
    }
}
