// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Companies as an export of a few columns has them: texts, numbers, a boolean, a value outside of ASCII. */
public final class CompanyRecords {

    private static final List<String> CITIES =
            List.of("Utrecht", "Łódź", "Nice", "San José", "Graz", "東京", "Bergen", "Leeds");
    private static final List<String> INDUSTRIES =
            List.of("ACCOUNTING", "COMPUTER_SOFTWARE", "FOOD_PRODUCTION", "MACHINERY", "RETAIL");

    /** Few enough to be made before anything is measured, and enough that no cache holds them all. */
    private static final int DIFFERENT = 4_000;

    private CompanyRecords() {}

    /** The company of a number; always the same for the same number. */
    public static Map<String, Object> company(long number) {
        Map<String, Object> company = new LinkedHashMap<>();
        company.put("external_id", "ERP-" + (100_000 + number));
        company.put("name", "Company " + number + " Handels- und Vertriebsgesellschaft mbH");
        company.put("domain", "company-" + number + ".example.com");
        company.put("city", CITIES.get((int) (number % CITIES.size())));
        company.put("industry", INDUSTRIES.get((int) (number % INDUSTRIES.size())));
        company.put("phone", "+49 30 " + (1_000_000 + number % 1_000_000));
        company.put("numberofemployees", number % 5_000);
        company.put("annualrevenue", 10_000.5 + number);
        company.put("is_public", number % 7 == 0);
        company.put(
                "description",
                "Imported from the order system of the head office; customer since " + (1990 + number % 35) + '.');
        return company;
    }

    /** Companies that were made before, over and over. */
    public static Iterator<Map<String, Object>> repeated(long count) {
        return LongStream.range(0, count).mapToObj(Prepared::company).iterator();
    }

    /** A company that was made before. */
    public static Map<String, Object> prepared(long number) {
        return Prepared.company(number);
    }

    private static final class Prepared {
        private static final List<Map<String, Object>> COMPANIES =
                LongStream.range(0, DIFFERENT).mapToObj(CompanyRecords::company).toList();

        static Map<String, Object> company(long number) {
            return COMPANIES.get((int) (number % DIFFERENT));
        }
    }
}
