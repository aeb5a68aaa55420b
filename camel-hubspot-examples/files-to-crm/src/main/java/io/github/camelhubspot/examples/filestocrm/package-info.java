// SPDX-License-Identifier: Apache-2.0
/** A program that turns a folder of files into companies, tickets, listings and associations. */
package io.github.camelhubspot.examples.filestocrm;
