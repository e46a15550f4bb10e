package io.github.steelyard.reports.run.unit;

import java.io.Serializable;

/**
 * What was done to the inputs before the model saw them.
 *
 * @param shift its name: {@code fog}
 * @param kind what it stands for: {@code weather}
 * @param severity from 1, the mildest, to 5
 * @param inImageNetC whether it counts in the mean corruption error
 */
public record AppliedShift(String shift, String kind, int severity, boolean inImageNetC)
    implements Serializable {}
