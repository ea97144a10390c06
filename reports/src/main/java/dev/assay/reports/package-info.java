/** Turns the events of a run into its documents: certificate, JSON, JUnit XML and Allure. */
@NullMarked
package dev.assay.reports;

import org.jspecify.annotations.NullMarked;
