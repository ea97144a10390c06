/** What a command says when it cannot do what was asked: one sentence, one exit code. */
@NullMarked
package dev.assay.cli.problem;

import org.jspecify.annotations.NullMarked;
