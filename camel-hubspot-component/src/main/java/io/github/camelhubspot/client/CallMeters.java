// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.QuotaWindow;

/** Tells several meters. */
public final class CallMeters implements CallMeter {

    private final List<CallMeter> meters;

    public CallMeters(CallMeter... meters) {
        this.meters = List.of(meters);
    }

    private void tell(Consumer<CallMeter> what) {
        meters.forEach(what);
    }

    @Override
    public void ended(ApiCall call, CallResult result, Duration whole) {
        tell(meter -> meter.ended(call, result, whole));
    }

    @Override
    public void waited(ApiOperation operation, Duration wait) {
        tell(meter -> meter.waited(operation, wait));
    }

    @Override
    public void retried(ApiOperation operation, int status) {
        tell(meter -> meter.retried(operation, status));
    }

    @Override
    public void quota(QuotaWindow window, int limit, int remaining) {
        tell(meter -> meter.quota(window, limit, remaining));
    }

    @Override
    public void dailyQuota(long limit, long remaining) {
        tell(meter -> meter.dailyQuota(limit, remaining));
    }

    @Override
    public void tokenFetched(boolean success) {
        tell(meter -> meter.tokenFetched(success));
    }

    @Override
    public void forgotten() {
        tell(CallMeter::forgotten);
    }
}
