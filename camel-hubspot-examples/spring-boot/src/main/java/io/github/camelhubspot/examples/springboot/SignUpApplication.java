// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: its routes are in {@link SignUpRoute}, or with the profile {@code yaml} in {@code camel/sign-ups.yaml}. */
@SpringBootApplication
public class SignUpApplication {

    /** Runs with the account of the environment variable {@code HUBSPOT_ACCESS_TOKEN} until it is ended. */
    public static void main(String[] arguments) {
        SpringApplication.run(SignUpApplication.class, arguments);
    }
}
