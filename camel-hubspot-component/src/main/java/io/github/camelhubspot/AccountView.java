// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelhubspot.api.QuotaWindow;
import io.github.camelhubspot.client.AccountGovernor;

/** What consoles and managed beans show of an account; never a token. */
final class AccountView {

    private AccountView() {}

    static Map<String, Object> of(Account account) {
        AccountGovernor governor = account.governor();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("inFlight", governor.inFlight());
        view.put("waiting", governor.waiting());
        view.put("requestsPerTenSeconds", governor.limit(QuotaWindow.GENERAL));
        view.put("searchesPerSecond", governor.limit(QuotaWindow.SEARCH));
        governor.remainingToday().ifPresent(calls -> view.put("remainingToday", calls));
        view.put("dailyCeilingReached", governor.ceilingReached());
        return view;
    }
}
