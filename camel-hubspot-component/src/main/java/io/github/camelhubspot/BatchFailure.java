// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

/** What becomes of an exchange whose batch had failed inputs. */
public enum BatchFailure {
    /** It fails, once every input has its outcome. */
    THROW,
    /** It goes on, with the result as its body. */
    REPORT
}
