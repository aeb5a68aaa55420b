// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.metrics;

import java.time.Duration;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.QuotaWindow;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.CallMeter;
import io.github.camelhubspot.client.CallResult;

/** Measures the calls to one account: those of all accounts in common timers, its quota in gauges of its own. */
final class AccountMetrics implements CallMeter {

    private final MicrometerMetrics metrics;
    private final CallTimers timers;
    private final QuotaGauges gauges;

    /**
     * Metrics of an account.
     *
     * @param gauges show its quota; null for one account too many
     */
    AccountMetrics(MicrometerMetrics metrics, CallTimers timers, QuotaGauges gauges) {
        this.metrics = metrics;
        this.timers = timers;
        this.gauges = gauges;
    }

    @Override
    public void ended(ApiCall call, CallResult result, Duration whole) {
        metrics.measure(() -> timers.ended(call.operation(), result, whole));
    }

    @Override
    public void waited(ApiOperation operation, Duration wait) {
        metrics.measure(() -> timers.waited(operation, wait));
    }

    @Override
    public void retried(ApiOperation operation, int status) {
        metrics.measure(() -> timers.retried(operation, status));
    }

    @Override
    public void quota(QuotaWindow window, int limit, int remaining) {
        if (gauges != null) {
            metrics.measure(() -> gauges.quota(window, limit, remaining));
        }
    }

    @Override
    public void dailyQuota(long limit, long remaining) {
        if (gauges != null) {
            metrics.measure(() -> gauges.dailyQuota(limit, remaining));
        }
    }

    @Override
    public void tokenFetched(boolean success) {
        metrics.measure(() -> timers.tokenFetched(success));
    }

    @Override
    public void forgotten() {
        if (gauges != null) {
            metrics.forget(this);
            metrics.measure(gauges::remove);
        }
    }
}
