// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

/** How a paged read gives its entries. */
public enum Pagination {
    /** All entries, read page after page as they are needed. */
    ALL,
    /** One page, with the place of the next in a header. */
    PAGE
}
