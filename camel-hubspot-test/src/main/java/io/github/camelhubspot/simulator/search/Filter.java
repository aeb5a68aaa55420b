// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.search;

import java.util.List;

/** One condition of a search: a property, a comparison, and what is compared with; parts that are not given are null. */
record Filter(String property, Operator operator, String value, String highValue, List<String> values) {}
