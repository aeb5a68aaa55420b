// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.Collection;

/**
 * What finds a record that was to be created.
 *
 * @param objectType its type
 * @param idProperty the unique property
 * @param value the value that the record was given
 * @param properties the properties to read
 */
public record RecordKey(String objectType, String idProperty, String value, Collection<String> properties) {}
