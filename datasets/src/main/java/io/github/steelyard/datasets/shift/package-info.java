/**
 * Inputs as they could come from elsewhere: noisy, blurred, turned, badly lit, incomplete. A {@link
 * io.github.steelyard.datasets.shift.Shift} changes an example's decoded input and leaves its label
 * alone, so that a split can be evaluated again under conditions a model has not seen. What happens
 * to an example depends on its id, the shift and the severity alone, of tables on the {@linkplain
 * io.github.steelyard.datasets.shift.InputSpread spread} of the whole split, too: never on the
 * partition, the machine or the examples beside it.
 *
 * <p>To add one: a class that implements {@code Shift}, marked {@code @AutoService(Shift.class)},
 * with a test that extends {@code ShiftContract}.
 */
@NullMarked
package io.github.steelyard.datasets.shift;

import org.jspecify.annotations.NullMarked;
