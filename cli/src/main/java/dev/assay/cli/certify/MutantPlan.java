package dev.assay.cli.certify;

import dev.assay.fault.mutant.Mutant;
import java.util.List;

/**
 * A trial of the suite on mutants as the user asked for it.
 *
 * @param basis the store, the scenarios, and how to reach them; never direct
 * @param mutants those to try, in this order
 * @param enough how many scenarios must fail before a mutant is left; 0 runs all scenarios on all
 *     mutants
 * @param passingOnly whether scenarios that fail without a mutant are left out instead of ending
 *     the trial
 */
public record MutantPlan(Plan basis, List<Mutant> mutants, int enough, boolean passingOnly) {
  /** Copies the list. */
  public MutantPlan {
    mutants = List.copyOf(mutants);
  }
}
