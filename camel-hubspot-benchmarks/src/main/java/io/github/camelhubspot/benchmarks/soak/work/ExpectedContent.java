// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.work;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the CRM must hold in the end, tickets apart: those are created without a unique property. */
public final class ExpectedContent {

    /** The properties of the live companies by their unique property. */
    public final Map<String, Map<String, String>> companies = new HashMap<>();

    /** The record ids of the companies that are archived. */
    public final Set<String> archived = new HashSet<>();

    /** The links of companies, by the company's record id. */
    public final Map<String, ExpectedLink> links = new HashMap<>();

    /** The record ids of the contacts, which stay as they are. */
    public final Set<String> contacts = new HashSet<>();

    /** The properties of the tickets by their subject; one that may be there once or not at all is among them. */
    public final Map<String, Map<String, String>> tickets = new HashMap<>();

    ExpectedContent() {}

    /**
     * The one link of a company.
     *
     * @param contactId the contact that it leads to
     * @param label the label; null for none
     */
    public record ExpectedLink(String contactId, String label) {}
}
