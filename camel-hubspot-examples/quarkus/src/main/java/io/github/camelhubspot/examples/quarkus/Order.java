// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An order, as the shop sends it.
 *
 * @param number what the shop calls it; HubSpot knows its deal by this
 * @param customer the number of the customer; HubSpot knows the company by this
 * @param company the name of the customer
 * @param total what it is worth
 * @param stage the stage of its deal
 * @param day when it was made
 */
public record Order(String number, String customer, String company, BigDecimal total, String stage, LocalDate day) {

    /** Without the numbers nothing of it could be found again. */
    public Order {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(customer, "customer");
    }

    /** The customer as a record of HubSpot's; what is null stays as it is there. */
    public Map<String, Object> asCompany() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("customer_number", customer);
        properties.put("name", company);
        return properties;
    }

    /** The order as a record of HubSpot's; what is null stays as it is there. */
    public Map<String, Object> asDeal() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("order_number", number);
        properties.put("dealname", "Order " + number);
        properties.put("amount", total);
        properties.put("pipeline", "default");
        properties.put("dealstage", stage);
        properties.put("closedate", day);
        return properties;
    }
}
