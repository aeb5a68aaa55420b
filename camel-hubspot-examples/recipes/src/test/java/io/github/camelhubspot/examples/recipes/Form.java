// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.RoutesBuilder;

/** The two languages that a page prints its routes in. */
enum Form {
    YAML,
    JAVA;

    /** Starts the page's routes in this language. */
    RunningRecipe start(RunningRecipe recipe, RoutesBuilder java) throws Exception {
        return this == YAML ? recipe.start() : recipe.startInJava(java);
    }
}
