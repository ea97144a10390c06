/** What can be told about a run while it happens, one immutable event a line. */
@NullMarked
package dev.assay.reports.event;

import org.jspecify.annotations.NullMarked;
