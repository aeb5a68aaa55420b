// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.variant;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.camelhubspot.benchmarks.CompanyRecords;
import io.github.camelhubspot.benchmarks.process.Arguments;
import io.github.camelhubspot.benchmarks.process.Lines;

/**
 * The process in which one variant runs: for each line {@link Lines#RUN} it sends records and says what that cost.
 *
 * <p>Arguments: {@code variant=CREATE}, {@code url=…} of the canned server. It ends with its standard input.
 */
public final class VariantProcess {

    private VariantProcess() {}

    /** Runs a variant as the lines of the standard input say. */
    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.parse(args, "variant", "url");
        Variant variant = Variant.valueOf(arguments.text("variant", "CREATE"));
        CompanyRecords.prepared(0);
        CostMeter meter = new CostMeter();
        try (RouteUnderTest route = variant.newRoute()) {
            CamelContext context = new DefaultCamelContext();
            // Management costs both routes alike, and is none of what is measured.
            context.disableJMX();
            route.addTo(context, arguments.text("url", null));
            context.start();
            System.out.println(Lines.READY);
            try {
                answerCommands(route, context, meter);
            } finally {
                context.stop();
            }
        }
    }

    private static void answerCommands(RouteUnderTest route, CamelContext context, CostMeter meter) throws Exception {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            long records = Long.parseLong(line.substring(Lines.RUN.length()));
            Cost before = meter.read();
            route.send(context, records);
            System.out.println(Lines.MEASURED + meter.read().since(before).toText());
        }
    }
}
