// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.check;

import java.util.List;
import java.util.Map;

import io.github.camelhubspot.benchmarks.soak.work.Work;
import io.github.camelhubspot.simulator.crm.Crm;

/**
 * What the CRM holds and what was reported, compared with the work.
 *
 * @param findings what is wrong
 * @param doubledTickets how many tickets are there twice since their call was in flight at a kill
 * @param ambiguousPresent how many tickets that were reported as ambiguous are there
 * @param ambiguousAbsent how many tickets that were reported as ambiguous are not there
 */
public record Comparison(Findings findings, long doubledTickets, long ambiguousPresent, long ambiguousAbsent) {

    /**
     * Compares.
     *
     * @param reported all outcomes that workers reported, in order
     * @param inFlightAtKills for the key of each record without a unique property, at how many kills a worker had it in hand
     */
    public static Comparison of(Crm crm, Work work, List<Reported> reported, Map<String, Integer> inFlightAtKills) {
        Findings findings = new Findings();
        new CompanyCheck(crm, work.expected(), findings).run();
        TicketCheck tickets = new TicketCheck(crm, work.expected(), reported, inFlightAtKills, findings);
        tickets.run();
        new OutcomeCheck(crm, work, reported, findings).run();
        return new Comparison(findings, tickets.doubled(), tickets.ambiguousPresent(), tickets.ambiguousAbsent());
    }
}
