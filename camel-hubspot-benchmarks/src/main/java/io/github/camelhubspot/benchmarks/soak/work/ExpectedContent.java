// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.work;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the CRM must hold in the end; filled while the work is made.
 *
 * @param companies the properties of the live companies by their unique property
 * @param archived the record ids of the companies that are archived
 * @param links the links of companies, by the company's record id
 * @param contacts the record ids of the contacts, which stay as they are
 * @param tickets the properties of the tickets by their subject; one that may be there once or not at all is among them
 */
public record ExpectedContent(
        Map<String, Map<String, String>> companies,
        Set<String> archived,
        Map<String, ExpectedLink> links,
        Set<String> contacts,
        Map<String, Map<String, String>> tickets) {

    ExpectedContent() {
        this(new HashMap<>(), new HashSet<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
    }

    /**
     * The one link of a company.
     *
     * @param contactId the contact that it leads to
     * @param label the label; null for none
     */
    public record ExpectedLink(String contactId, String label) {}
}
