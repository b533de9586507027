// Tests of limits.
